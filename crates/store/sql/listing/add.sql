insert into listing (entry_id, organisation, code, scope, chapters, source, as_of, since, note, recorded_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

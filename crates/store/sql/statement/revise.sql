-- The first revision that is known of a statement is not always its first: that one may have been erased.
insert into statement (statement, provider, code, version, measure, model, revision, entry_id)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (statement) do update set revision = excluded.revision, entry_id = excluded.entry_id;

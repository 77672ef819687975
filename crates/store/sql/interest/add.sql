insert into interest (entry_id, organisation, code, signed_by, signed_on, recorded_at)
values ($1, $2, $3, $4, $5, $6);

insert into adherence (adherence, organisation, code, since, signed_by, signed_on, source, entry_id)
values ($1, $2, $3, $4, $5, $6, $7, $8);

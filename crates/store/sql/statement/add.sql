insert into statement (statement, provider, code, version, measure, model, revision, entry_id)
values ($1, $2, $3, $4, $5, $6, $7, $8);

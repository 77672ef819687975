insert into statement (
    statement, revision, provider, code, version, measure, model, state, words, owner, due, author, stated_on,
    carried_from, recorded_at, entry_id
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16);

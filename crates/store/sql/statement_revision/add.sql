insert into statement_revision
    (statement, revision, state, words, owner, due, author, stated_on, carried_from, recorded_at, entry_id)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

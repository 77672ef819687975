insert into opened_case (
    entry_id, case_id, provider, code, version, model, title, kind, harms, until_day, name, email, work, words,
    aware_at, reference, opened_at
) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17);

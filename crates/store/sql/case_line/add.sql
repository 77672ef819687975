insert into case_line (entry_id, case_id, kind, step, done_at, words, recorded_at) values ($1, $2, $3, $4, $5, $6, $7);

insert into comment (entry_id, comment, statement, author, words, made_at) values ($1, $2, $3, $4, $5, $6);

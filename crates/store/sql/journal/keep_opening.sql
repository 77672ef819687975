insert into opening (entry_id, salt, body) values ($1, $2, $3);

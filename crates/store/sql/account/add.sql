insert into account (account_id, person, email, opened_at) values ($1, $2, $3, $4);

insert into invitation (invitation_id, account_id, made_at, ends_at) values ($1, $2, $3, $4);

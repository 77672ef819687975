insert into identity (identity_id, account_id, issuer, linked_at) values ($1, $2, $3, $4);

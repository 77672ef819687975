delete from identity where account_id = $1 and issuer = $2;

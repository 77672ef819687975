insert into recovery_code (recovery_code_id, account_id) values ($1, $2);

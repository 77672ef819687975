delete from identity where account_id = $1;

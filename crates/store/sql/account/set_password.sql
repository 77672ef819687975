update account set password = $1 where account_id = $2;

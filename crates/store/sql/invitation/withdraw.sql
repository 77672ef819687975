delete from invitation where account_id = $1;

delete from session where session_id = $1 and account_id = $2;

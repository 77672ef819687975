delete from session where account_id = $1 and session_id <> $2;

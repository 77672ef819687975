insert into session (session_id, account_id, is_whole, began_at, seen_at, ends_at, browser)
values ($1, $2, $3, $4, $5, $6, $7);

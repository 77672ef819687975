select session_id, is_whole, began_at, seen_at, ends_at, browser
from session
where account_id = $1
order by seen_at desc;

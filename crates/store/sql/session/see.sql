update session set seen_at = $1 where session_id = $2;

update comment set withdrawn_at = $1 where comment = $2;

delete from mail where coalesce(sent_at, next_at) <= $1;

delete from mail where sent_at <= $1;

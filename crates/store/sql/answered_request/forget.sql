delete from answered_request where answered_at <= $1;

update mail set sent_at = $1, body = '', failure = null where mail_id = $2;

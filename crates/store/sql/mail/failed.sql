update mail set failure = $1 where mail_id = $2;

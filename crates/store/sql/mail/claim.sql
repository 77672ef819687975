update mail set next_at = $1, tries = tries + 1 where mail_id = $2;

insert into mention (subject, entry_id) values ($1, $2);

insert into mention (subject, area, entry_id) values ($1, $2, $3);

insert into carried_attachment (entry_id, carried_from) values ($1, $2);

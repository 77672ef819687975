insert into entry (entry_id, body) values ($1, $2);

insert into instance_key (purpose, entry_id, key) values ($1, $2, $3);

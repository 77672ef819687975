select purpose, entry_id, key from instance_key order by purpose, entry_id;

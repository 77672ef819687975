delete from instance_key;

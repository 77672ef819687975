select entry_id, key from instance_key where purpose = $1 order by entry_id;

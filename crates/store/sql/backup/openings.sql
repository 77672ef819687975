select entry_id, salt, body from opening where entry_id > $1 order by entry_id limit $2;

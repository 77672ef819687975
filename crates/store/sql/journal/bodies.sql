select body from entry where entry_id >= $1 order by entry_id limit $2;

select entry_id from history where subject = $1 order by entry_id;

select subject, entry_id from mention order by subject, entry_id;

select subject, area, entry_id from mention order by subject, area, entry_id;

select organisation, entry_id from organisation order by organisation;

select entry_id, person, organisation, role, from_day, until_day from role_grant order by entry_id;

select person, organisation, role, from_day, until_day from role_grant where person = $1 order by entry_id;

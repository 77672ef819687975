insert into role_grant (entry_id, person, organisation, role, from_day, until_day)
values ($1, $2, $3, $4, $5, $6);

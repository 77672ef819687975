select role_grant.person, role_grant.organisation, role, from_day, until_day, person.name
from role_grant
left join person on person.person = role_grant.person
where role_grant.organisation = $1
order by role_grant.person, entry_id;

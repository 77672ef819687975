update role_grant set until_day = $1
where person = $2 and organisation = $3 and role = $4 and from_day <= $1 and (until_day is null or until_day > $1);

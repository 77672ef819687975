insert into visit (person, organisation, seen) values ($1, $2, $3)
on conflict (person, organisation) do update set seen = excluded.seen;

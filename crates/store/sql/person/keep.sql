insert into person (person, name) values ($1, $2)
on conflict (person) do update set name = excluded.name;

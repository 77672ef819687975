insert into watched (origin, size, note)
values ($1, $2, $3)
on conflict (origin) do update set size = excluded.size, note = excluded.note;

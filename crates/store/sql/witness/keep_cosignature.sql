insert into cosignature (size, witness, line)
values ($1, $2, $3)
on conflict (size, witness) do update set line = excluded.line;

insert into attempt (attempt, since, count) values ($1, $2, 1)
on conflict (attempt) do update set
    count = case when attempt.since <= $3 then 1 else attempt.count + 1 end,
    since = case when attempt.since <= $3 then $2 else attempt.since end;

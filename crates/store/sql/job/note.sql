insert into job (job, run, node, began_at, seen_at, ended_at, done, total, failure)
values ($1, '', $2, $3, $4, $4, $5, $5, $6)
on conflict (job) do update set
    node = $2, began_at = $3, seen_at = $4, ended_at = $4, done = $5, total = $5, failure = $6;

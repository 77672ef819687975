-- One at a time on all nodes: another begins only after the last ended, or was not heard of any more.
insert into job (job, run, node, began_at, seen_at, done, total)
values ($1, $2, $3, $4, $4, 0, 0)
on conflict (job) do update set
    run = $2, node = $3, began_at = $4, seen_at = $4, ended_at = null,
    stage = null, done = 0, total = 0, failure = null, report = null
where job.ended_at is not null or job.seen_at <= $5;

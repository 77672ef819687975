update job set seen_at = $1, ended_at = $1, stage = null, failure = $2, report = $3, done = $4, total = $4
where job = $5 and run = $6 and ended_at is null;

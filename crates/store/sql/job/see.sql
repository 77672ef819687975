update job set seen_at = $1, stage = $2, done = $3, total = $4 where job = $5 and run = $6 and ended_at is null;

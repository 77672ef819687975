update attachment set detached_entry = $1, detached_at = $2
where statement = $3 and evidence = $4 and passage = $5 and detached_entry is null;

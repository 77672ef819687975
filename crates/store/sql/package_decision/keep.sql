insert into package_decision (digest, entry_id, state, reason, decided_at)
values ($1, $2, $3, $4, $5)
on conflict (digest) do update set
    entry_id = excluded.entry_id, state = excluded.state, reason = excluded.reason, decided_at = excluded.decided_at;

insert into package
    (entry_id, direction, package, kind, about, counterpart, sequence, digest, state, reason, recorded_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

insert into approval (entry_id, statement, revision, fingerprint, approved_by, approved_on, recorded_at)
values ($1, $2, $3, $4, $5, $6, $7);

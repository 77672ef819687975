insert into evidence_item
    (evidence, digest, size, media_type, title, speaks_for, expires, confidentiality, added_by, added_at, entry_id)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

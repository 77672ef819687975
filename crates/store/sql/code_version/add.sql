insert into code_version (code, version, digest, source, profile, published, follows, entry_id)
values ($1, $2, $3, $4, $5, $6, $7, $8);

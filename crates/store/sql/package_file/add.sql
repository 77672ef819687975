insert into package_file (entry_id, digest, size) values ($1, $2, $3);

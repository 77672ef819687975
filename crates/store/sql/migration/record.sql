insert into migration (migration_id, name, digest) values ($1, $2, $3);

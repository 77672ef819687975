select migration_id, digest, name from migration order by migration_id;

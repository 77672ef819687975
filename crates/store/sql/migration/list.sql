select migration_id, digest from migration order by migration_id;

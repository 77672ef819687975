-- What migrations themselves need; PostgreSQL's has a lock, because two nodes may make these tables at once.
create table if not exists migration (
    migration_id integer not null primary key,
    name text not null unique,
    digest blob not null
) strict;

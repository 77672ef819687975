-- What migrations themselves need, and the row whose lock is the turn to write, which SQLite has in its file's lock.
begin;
select pg_advisory_xact_lock(202401689);
create table if not exists migration (
    migration_id bigint not null primary key,
    name text not null unique,
    digest bytea not null
);
create table if not exists turn (
    turn_id bigint not null primary key check (turn_id = 0)
);
insert into turn (turn_id) values (0) on conflict do nothing;
commit;

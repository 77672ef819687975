-- PostgreSQL alone: SQLite has its turn in `begin immediate`.
select turn_id from turn for update;

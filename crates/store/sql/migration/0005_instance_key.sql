-- The keys of the instance itself and from which entry on each counts. It follows from the journal.
create table instance_key (
    purpose text not null,
    entry_id integer not null references entry (entry_id),
    key text not null,
    primary key (purpose, entry_id)
) strict;

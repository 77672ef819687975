-- Packages between organisations, sent and received, and the files that are kept of them. They follow from the journal,
-- and can be emptied and filled again.
create table package (
    entry_id integer not null primary key references entry (entry_id),
    direction text not null check (direction in ('sent', 'received')),
    package text not null,
    kind text not null,
    about text not null,
    counterpart text not null,
    sequence integer check (sequence > 0),
    digest text,
    state text not null check (state in ('sent', 'accepted', 'refused')),
    reason text check ((reason is null) = (state <> 'refused')),
    recorded_at integer not null
) strict;

create index package_by_id on package (package, direction);

create table package_file (
    entry_id integer not null references entry (entry_id),
    digest text not null,
    size integer not null check (size >= 0),
    primary key (entry_id, digest)
) strict;

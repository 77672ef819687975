-- What somebody decided of packages that were received, and which ones wait for it: the latest of each. It follows from
-- the journal, and can be emptied and filled again.
create table package_decision (
    digest text not null primary key,
    entry_id integer not null references entry (entry_id),
    state text not null check (state in ('waiting', 'accepted', 'refused')),
    reason text check ((reason is null) = (state <> 'refused')),
    decided_at integer not null
) strict;

-- Which entry is about what. It follows from the journal, and can be emptied and filled again.
create table history (
    entry_id integer not null primary key references entry (entry_id),
    at integer not null,
    actor text not null,
    kind text not null,
    subject text not null
) strict;

create index history_by_subject on history (subject, entry_id);

-- Which entry is about what. It follows from the journal, and can be emptied and filled again.
create table history (
    entry_id integer not null primary key references entry (entry_id),
    at integer not null,
    actor text not null,
    kind text not null,
    subject text not null
) strict;

-- Everything that an entry names, its subject among it: what an organisation did is found here, and who signed. The
-- area is what has to be read to decide on one kind of thing, such as all that was recorded of parties.
create table mention (
    subject text not null,
    area text not null,
    entry_id integer not null references history (entry_id),
    primary key (subject, area, entry_id)
) strict;

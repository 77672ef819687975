-- The library of a provider: the items that were put into it, and those that were ever attached to what it states. The
-- words are those of the title, as they are looked for. They follow from the journal, and can be emptied and filled again.
create table library_item (
    provider text not null,
    evidence text not null,
    words text not null,
    entry_id integer not null,
    primary key (provider, evidence)
) strict, without rowid;

create index library_item_by_entry on library_item (provider, entry_id);

-- What colleagues said of measures. It follows from the journal as well.
create table comment (
    entry_id integer not null primary key references entry (entry_id),
    comment text not null unique,
    statement text not null,
    author text not null,
    words text not null,
    made_at integer not null,
    withdrawn_at integer
) strict;

create index comment_by_statement on comment (statement);

-- How much of the journal somebody has seen for an organisation. It is not in the journal.
create table visit (
    person text not null,
    organisation text not null,
    seen integer not null check (seen >= 0),
    primary key (person, organisation)
) strict;

-- A folder that somebody uploaded and has not confirmed yet. It is not in the journal.
create table incoming_folder (
    person text not null,
    organisation text not null,
    files text not null,
    uploaded_at integer not null,
    primary key (person, organisation)
) strict;

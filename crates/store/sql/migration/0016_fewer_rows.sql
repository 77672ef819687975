-- Whatever is read of the journal by subject, area and time is read from its entries: a row for each, with what the entry
-- says itself, is gone. The names of an area have a row of their own in each span, for entries that are asked for by it.
drop table history;

-- Each revision of a statement is one row: what it is about is in all of them. All of these rows follow from the journal,
-- and are filled again when this is applied.
drop table statement_revision;

drop table statement;

create table statement (
    statement text not null,
    revision integer not null check (revision > 0),
    provider text not null,
    code text not null,
    version text not null,
    measure text not null,
    model text,
    state text not null,
    words text,
    owner text,
    due text,
    author text not null,
    stated_on text not null,
    carried_from text,
    recorded_at integer not null,
    entry_id integer not null,
    primary key (statement, revision)
) strict, without rowid;

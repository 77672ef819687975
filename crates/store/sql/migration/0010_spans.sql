-- What an entry names is kept by spans of 128 entries: one row has all places of a span at which entries of an area name
-- a subject, counted from the beginning of the span, each with a blank after it. A row for each name of each entry was
-- most of what the tables that follow were made of.
create table mention_by_span (
    subject text not null,
    span integer not null check (span >= 0),
    area text not null,
    entries text not null,
    primary key (subject, span, area)
) strict, without rowid;

insert into mention_by_span (subject, span, area, entries)
select subject, entry_id / 128, area, string_agg('' || (entry_id % 128), ' ' order by entry_id) || ' '
from mention
group by subject, entry_id / 128, area;

drop table mention;

alter table mention_by_span rename to mention;

-- Each of these rows is in as few trees as can be. That their entries are there is held by the history, whose rows are
-- written with theirs; indexes that no question used are gone.
create table statement_by_name (
    statement text not null primary key,
    provider text not null,
    code text not null,
    version text not null,
    measure text not null,
    model text,
    revision integer not null check (revision > 0),
    entry_id integer not null
) strict, without rowid;

insert into statement_by_name (statement, provider, code, version, measure, model, revision, entry_id)
select statement, provider, code, version, measure, model, revision, entry_id from statement;

drop table statement;

alter table statement_by_name rename to statement;

create table statement_revision_by_entry (
    entry_id integer not null primary key,
    statement text not null,
    revision integer not null check (revision > 0),
    state text not null,
    words text,
    owner text,
    due text,
    author text not null,
    stated_on text not null,
    carried_from text,
    recorded_at integer not null,
    unique (statement, revision)
) strict;

insert into statement_revision_by_entry
    (entry_id, statement, revision, state, words, owner, due, author, stated_on, carried_from, recorded_at)
select entry_id, statement, revision, state, words, owner, due, author, stated_on, carried_from, recorded_at
from statement_revision;

drop table statement_revision;

alter table statement_revision_by_entry rename to statement_revision;

create table evidence_item_by_id (
    evidence text not null primary key,
    digest text not null,
    size integer not null check (size >= 0),
    media_type text not null,
    title text not null,
    speaks_for text not null,
    expires text check (speaks_for < expires),
    confidentiality text not null,
    withdrawn_from text,
    withdrawn_reason text,
    withdrawn_at integer,
    added_by text not null,
    added_at integer not null,
    entry_id integer not null,
    check ((withdrawn_from is null) = (withdrawn_reason is null))
) strict, without rowid;

insert into evidence_item_by_id
    (evidence, digest, size, media_type, title, speaks_for, expires, confidentiality, withdrawn_from, withdrawn_reason,
    withdrawn_at, added_by, added_at, entry_id)
select
    evidence, digest, size, media_type, title, speaks_for, expires, confidentiality, withdrawn_from, withdrawn_reason,
    (
        select max(history.at) from history
        where history.subject = 'evidence/' || evidence_item.evidence and history.kind = 'evidence.withdrawn'
    ),
    added_by, added_at, entry_id
from evidence_item;

drop table evidence_item;

alter table evidence_item_by_id rename to evidence_item;

-- Statements, evidence and approvals. They follow from the journal, and can be emptied and filled again. What refers to
-- a row of another of these tables is not held to it: an entry can be erased, and what it added is gone then.
create table statement (
    statement text not null primary key,
    provider text not null,
    code text not null,
    version text not null,
    measure text not null,
    model text,
    revision integer not null check (revision > 0),
    entry_id integer not null unique references entry (entry_id)
) strict;

create index statement_of_provider on statement (provider, code, version, measure);

create table statement_revision (
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
    entry_id integer not null unique references entry (entry_id),
    primary key (statement, revision)
) strict;

create table evidence_item (
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
    added_by text not null,
    added_at integer not null,
    entry_id integer not null unique references entry (entry_id),
    check ((withdrawn_from is null) = (withdrawn_reason is null))
) strict;

create index evidence_item_of_digest on evidence_item (digest);

-- A passage is one text; it is empty where the whole file is attached.
create table attachment (
    entry_id integer not null primary key references entry (entry_id),
    statement text not null,
    evidence text not null,
    passage text not null,
    attached_at integer not null,
    detached_entry integer unique references entry (entry_id),
    detached_at integer,
    check ((detached_entry is null) = (detached_at is null))
) strict;

create index attachment_of_statement on attachment (statement);
create index attachment_of_evidence on attachment (evidence);

create table approval (
    entry_id integer not null primary key references entry (entry_id),
    statement text not null,
    revision integer not null check (revision > 0),
    fingerprint text not null,
    approved_by text not null,
    approved_on text not null,
    recorded_at integer not null
) strict;

create index approval_of_statement on approval (statement);

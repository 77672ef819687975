-- Attachments and approvals are in as few trees as can be: that their entries are there is held by the journal, from
-- which they follow, and no question asks by which entry something was detached. Their rows are filled again when this is
-- applied.
drop table attachment;

create table attachment (
    entry_id integer not null primary key,
    statement text not null,
    evidence text not null,
    passage text not null,
    attached_at integer not null,
    detached_entry integer,
    detached_at integer,
    check ((detached_entry is null) = (detached_at is null))
) strict;

create index attachment_of_statement on attachment (statement);
create index attachment_of_evidence on attachment (evidence);

drop table approval;

create table approval (
    entry_id integer not null primary key,
    statement text not null,
    revision integer not null check (revision > 0),
    fingerprint text not null,
    approved_by text not null,
    approved_on text not null,
    recorded_at integer not null
) strict;

create index approval_of_statement on approval (statement);

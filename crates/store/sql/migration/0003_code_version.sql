-- Published versions of codes. It follows from the journal, and can be emptied and filled again.
create table code_version (
    code text not null,
    version text not null,
    digest text not null unique,
    source text not null,
    profile text not null,
    published text not null,
    follows text,
    entry_id integer not null unique references entry (entry_id),
    primary key (code, version)
) strict;

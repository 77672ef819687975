-- What the server does on its own: for each kind, when it was last done, by which node, and how it ended. It does not
-- follow from the journal.
create table job (
    job text not null primary key,
    run text not null,
    node text not null,
    began_at integer not null,
    seen_at integer not null,
    ended_at integer,
    stage text,
    done integer not null,
    total integer not null,
    failure text,
    report text
) strict;

-- What other instances said of this journal, and what this one said of theirs. It does not follow from the journal.
create table cosignature (
    size integer not null references checkpoint (size),
    witness text not null,
    line text not null,
    primary key (size, witness)
) strict;

-- The last checkpoint of another log that this instance cosigned: it goes forward or stays.
create table watched (
    origin text not null primary key,
    size integer not null check (size >= 0),
    note text not null
) strict;

-- That this database was left for another: whoever still has it open records nothing more.
create table moved (
    moved_id integer not null primary key check (moved_id = 0)
) strict;

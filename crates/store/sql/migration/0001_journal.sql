-- The journal: what is in these tables is never changed or removed.
create table entry (
    entry_id integer not null primary key check (entry_id >= 0),
    body blob not null
) strict;

-- Full tiles of the tree, as C2SP tlog-tiles has them: 256 hashes of 32 bytes.
create table tile (
    level integer not null check (level between 0 and 63),
    tile_id integer not null check (tile_id >= 0),
    hashes blob not null check (length(hashes) = 8192),
    primary key (level, tile_id)
) strict;

-- Signed checkpoints, one for each change; each names the one before it, so that none can be taken out unseen.
create table checkpoint (
    size integer not null primary key check (size > 0),
    previous integer unique references checkpoint (size) check (previous < size),
    root blob not null check (length(root) = 32),
    note text not null
) strict;

-- What opens the commitment of a private entry; erasing it leaves the entry as it is.
create table opening (
    entry_id integer not null primary key references entry (entry_id),
    salt blob not null check (length(salt) = 32),
    body blob not null
) strict;

-- The register: who adhered to what on which day, as it was known at which moment. It follows from the journal, and can
-- be emptied and filled again.
--
-- Days say when something holds: from `since`, and until `until` no longer. `recorded_entry` and `recorded_at` say from
-- when that was known, `superseded_entry` and `superseded_at` from when it was known otherwise. No row is ever taken out.
create table organisation (
    organisation text not null primary key,
    entry_id integer not null unique references entry (entry_id)
) strict;

create table organisation_stage (
    organisation text not null references organisation (organisation),
    name text not null,
    kinds text not null,
    country text,
    recorded_entry integer not null references entry (entry_id),
    recorded_at integer not null,
    superseded_entry integer references entry (entry_id),
    superseded_at integer,
    primary key (organisation, recorded_entry),
    check ((superseded_entry is null) = (superseded_at is null))
) strict;

create table adherence (
    adherence text not null primary key,
    organisation text not null references organisation (organisation),
    code text not null,
    since text not null,
    signed_by text not null,
    signed_on text not null,
    source text,
    entry_id integer not null unique references entry (entry_id)
) strict;

create index adherence_of_organisation on adherence (organisation, code);

-- Lists of ids have a blank before and after each: ` S C `.
create table adherence_stage (
    adherence text not null references adherence (adherence),
    version text not null,
    scope text not null check (scope in ('full', 'art-53', 'chapters')),
    chapters text check ((chapters is null) = (scope <> 'chapters')),
    models text,
    since text not null,
    until text check (since < until),
    recorded_entry integer not null references entry (entry_id),
    recorded_at integer not null,
    superseded_entry integer references entry (entry_id),
    superseded_at integer,
    primary key (adherence, recorded_entry, since),
    check ((superseded_entry is null) = (superseded_at is null))
) strict;

-- How adherences end: the provider withdraws, or a new version takes the place of the one adhered to.
create table adherence_end (
    adherence text not null references adherence (adherence),
    ended_by text not null check (ended_by in ('withdrawal', 'new-version')),
    version text check ((version is null) = (ended_by <> 'new-version')),
    until text not null,
    recorded_entry integer not null references entry (entry_id),
    recorded_at integer not null,
    superseded_entry integer references entry (entry_id),
    superseded_at integer,
    primary key (adherence, recorded_entry),
    check ((superseded_entry is null) = (superseded_at is null))
) strict;

create table interest (
    entry_id integer not null primary key references entry (entry_id),
    organisation text not null references organisation (organisation),
    code text not null,
    signed_by text not null,
    signed_on text not null,
    recorded_at integer not null
) strict;

create index interest_of_organisation on interest (organisation, code);

-- What sources say: the word of others, which is not a declaration.
create table listing (
    entry_id integer not null primary key references entry (entry_id),
    organisation text not null references organisation (organisation),
    code text not null,
    scope text check (scope in ('full', 'art-53', 'chapters')),
    chapters text check ((chapters is null) = (scope is null or scope <> 'chapters')),
    source text not null,
    as_of text not null,
    since text,
    note text,
    recorded_at integer not null
) strict;

create index listing_of_organisation on listing (organisation, code, source, as_of);

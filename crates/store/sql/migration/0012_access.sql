-- People and their roles, as the journal has them: both follow from it, and can be emptied and filled again.
create table person (
    person text not null primary key,
    name text not null
) strict;

create table role_grant (
    entry_id integer not null primary key references entry (entry_id),
    person text not null,
    organisation text not null,
    role text not null,
    from_day text not null,
    until_day text check (until_day >= from_day)
) strict;

create index role_grant_by_person on role_grant (person);

create index role_grant_by_organisation on role_grant (organisation);

-- What follows is not in the journal: it is secret, or it is forgotten when it has ended. That an account was opened,
-- closed and changed is.
create table account (
    account_id text not null primary key,
    person text not null unique,
    email text not null unique,
    password text,
    second_factor blob,
    second_factor_step integer,
    opened_at integer not null,
    closed_at integer
) strict;

-- A browser that somebody signed in with; of what it shows, the SHA-256 alone is kept.
create table session (
    session_id blob not null primary key,
    account_id text not null references account (account_id),
    is_whole integer not null check (is_whole in (0, 1)),
    began_at integer not null,
    seen_at integer not null,
    ends_at integer not null,
    browser text not null
) strict;

create index session_by_account on session (account_id);

-- A letter to somebody who may set a password with what is in it; of that, the SHA-256 alone is kept.
create table invitation (
    invitation_id blob not null primary key,
    account_id text not null references account (account_id),
    made_at integer not null,
    ends_at integer not null
) strict;

create index invitation_by_account on invitation (account_id);

-- What a program shows instead of signing in; of that, the SHA-256 alone is kept.
create table api_token (
    api_token_id blob not null primary key,
    account_id text not null references account (account_id),
    organisation text not null,
    name text not null,
    may_write integer not null check (may_write in (0, 1)),
    made_at integer not null,
    ends_at integer not null,
    used_at integer,
    revoked_at integer
) strict;

create index api_token_by_account on api_token (account_id);

-- How often something was tried in a window of time.
create table attempt (
    attempt text not null primary key,
    since integer not null,
    count integer not null check (count > 0)
) strict;

-- Letters that are to be sent, or were.
create table mail (
    mail_id text not null primary key,
    recipient text not null,
    subject text not null,
    body text not null,
    made_at integer not null,
    tries integer not null check (tries >= 0),
    next_at integer not null,
    sent_at integer,
    failure text
) strict;

create index mail_by_next on mail (next_at);

-- Who somebody is for a service of OpenID Connect, so that the account opens when the service says so. Of issuer and
-- subject together the SHA-256 alone is kept. None of this is in the journal; that somebody was linked is.
create table identity (
    identity_id blob not null primary key,
    account_id text not null references account (account_id),
    issuer text not null,
    linked_at integer not null,
    unique (account_id, issuer)
) strict;

-- Somebody who was sent to such a service and is to come back, once and soon. What comes back and what the browser keeps
-- are both shown then; of each the SHA-256 alone is kept.
create table openid_flow (
    openid_flow_id blob not null primary key,
    browser blob not null,
    place text not null,
    destination text not null,
    ends_at integer not null
) strict;

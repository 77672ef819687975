-- Invitations to adhere to a version of a code, with what became of each. They follow from the journal, and can be
-- emptied and filled again. Whether whoever was invited adheres is in the register, and is not kept twice.
create table invitation_to_adhere (
    entry_id integer not null primary key references entry (entry_id),
    invitation text not null unique,
    organisation text,
    name text,
    code text not null,
    version text not null,
    email text,
    words text,
    hoped_until text,
    sent_at integer not null,
    last_sent_at integer not null,
    declined_at integer,
    decline_words text,
    withdrawn_at integer,
    withdrawal_words text,
    check ((organisation is null) <> (name is null))
) strict;

create index invitation_to_adhere_of_organisation on invitation_to_adhere (organisation, entry_id);

-- Organisations that demand a second factor of everybody who has a role for them. They follow from the journal, and can
-- be emptied and filled again.
create table second_factor_demand (
    entry_id integer not null primary key references entry (entry_id),
    organisation text not null unique
) strict;

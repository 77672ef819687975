-- What programs asked for under keys of their own, and the entries that it came to: asked again, it is not done again.
-- It is forgotten after a day, and follows from nothing in the journal.
create table answered_request (
    answered_request_id blob not null primary key,
    request blob not null,
    first_entry integer not null check (first_entry >= 0),
    entries integer not null check (entries >= 0),
    answered_at integer not null
) strict;

create index answered_request_by_time on answered_request (answered_at);

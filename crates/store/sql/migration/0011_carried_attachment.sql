-- From which statement an attachment was carried over. It follows from the journal, and can be emptied and filled again.
create table carried_attachment (
    entry_id integer not null primary key references entry (entry_id),
    carried_from text not null
) strict;

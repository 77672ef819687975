-- Rows of mentions are their key: without another number for each, half as much is written and kept. An entry's mentions
-- are written with its line of the history, and are not held to it: so both tables are emptied at once, not row by row.
create table mention_by_key (
    subject text not null,
    area text not null,
    entry_id integer not null,
    primary key (subject, area, entry_id)
) strict, without rowid;

insert into mention_by_key (subject, area, entry_id)
select subject, area, entry_id from mention order by subject, area, entry_id;

drop table mention;

alter table mention_by_key rename to mention;

-- How many entries can be opened is counted here, without what opens them.
create index opening_of_entry on opening (entry_id);

-- A token that opens the calendar of its organisation and nothing else.
alter table api_token add column feeds integer not null default 0 check (feeds in (0, 1));

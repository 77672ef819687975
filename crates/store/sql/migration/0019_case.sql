-- Cases: how each began, and what was recorded of it after that. They follow from the journal, and can be emptied and
-- filled again. What a case is about stands in the columns of its kind alone.
create table opened_case (
    entry_id integer not null primary key references entry (entry_id),
    case_id text not null unique,
    provider text not null,
    code text not null,
    version text not null,
    model text,
    title text not null,
    kind text not null,
    harms text,
    until_day text,
    name text,
    email text,
    work text,
    words text,
    aware_at integer not null,
    reference blob,
    opened_at integer not null
) strict;

create index opened_case_by_provider on opened_case (provider, entry_id);

create table case_line (
    entry_id integer not null primary key references entry (entry_id),
    case_id text not null references opened_case (case_id),
    kind text not null,
    step text,
    done_at integer,
    words text,
    recorded_at integer not null,
    check ((kind = 'case.step-done') = (step is not null)),
    check ((step is null) = (done_at is null))
) strict;

create index case_line_by_case on case_line (case_id, entry_id);

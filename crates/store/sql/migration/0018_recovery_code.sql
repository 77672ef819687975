-- What gets somebody in once in the place of a code of the second factor; of that, the SHA-256 alone is kept.
create table recovery_code (
    recovery_code_id blob not null primary key,
    account_id text not null references account (account_id)
) strict;

create index recovery_code_by_account on recovery_code (account_id);

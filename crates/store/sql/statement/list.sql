-- The names of a provider's statements begin with it, and so they lie together.
select
    said.statement, said.provider, said.code, said.version, said.measure, said.model, said.revision, said.state,
    said.words, said.owner, said.due, said.author, said.stated_on, said.carried_from, said.recorded_at, said.entry_id,
    (
        select count(*) from attachment
        where attachment.statement = said.statement
            and attachment.attached_at < $1
            and (attachment.detached_at is null or attachment.detached_at >= $1)
    )
from statement as said
where said.statement > $2
    and said.statement < $3
    and ($4 = '' or said.code = $4)
    and ($5 = '' or said.version = $5)
    and ($6 = '' or said.measure = $6)
    and ($7 = '' or said.model = $7)
    and ($8 = '' or said.state = $8)
    and said.stated_on <= $9
    and not exists (
        select 1 from statement as later
        where later.statement = said.statement and later.revision > said.revision and later.stated_on <= $9
    )
order by said.statement
limit $10;

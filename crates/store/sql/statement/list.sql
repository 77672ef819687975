select
    statement.statement, statement.provider, statement.code, statement.version, statement.measure, statement.model,
    said.revision, said.state, said.words, said.owner, said.due, said.author, said.stated_on, said.carried_from,
    said.recorded_at, said.entry_id,
    (
        select count(*) from attachment
        where attachment.statement = statement.statement and attachment.detached_entry is null
    )
from statement
join statement_revision as said on said.statement = statement.statement
where ($1 = '' or statement.provider = $1)
    and ($2 = '' or statement.code = $2)
    and ($3 = '' or statement.version = $3)
    and ($4 = '' or statement.measure = $4)
    and ($5 = '' or statement.model = $5)
    and ($6 = '' or said.state = $6)
    and said.revision = (
        select max(known.revision) from statement_revision as known
        where known.statement = statement.statement and known.stated_on <= $7
    )
    and statement.statement > $8
order by statement.statement
limit $9;

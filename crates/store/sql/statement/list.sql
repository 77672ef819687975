select
    statement.statement, statement.provider, statement.code, statement.version, statement.measure, statement.model,
    said.revision, said.state, said.words, said.owner, said.due, said.author, said.stated_on, said.carried_from,
    said.recorded_at, said.entry_id,
    (
        select count(*) from attachment
        where attachment.statement = statement.statement
            and attachment.attached_at < $1
            and (attachment.detached_at is null or attachment.detached_at >= $1)
    )
from statement
join statement_revision as said on said.statement = statement.statement
where ($2 = '' or statement.provider = $2)
    and ($3 = '' or statement.code = $3)
    and ($4 = '' or statement.version = $4)
    and ($5 = '' or statement.measure = $5)
    and ($6 = '' or statement.model = $6)
    and ($7 = '' or said.state = $7)
    and said.revision = (
        select max(known.revision) from statement_revision as known
        where known.statement = statement.statement and known.stated_on <= $8
    )
    and statement.statement > $9
order by statement.statement
limit $10;

select history.entry_id, history.at, history.actor, history.kind, history.subject
from history
where history.entry_id < $1
    and ($2 = '' or exists (
        select 1 from mention
        where mention.subject = $2 and mention.span = history.entry_id / 128
            and ' ' || mention.entries like '% ' || (history.entry_id % 128) || ' %'
    ))
    and ($3 = '' or history.kind = $3 or history.kind like $3 || '.%')
order by history.entry_id desc
limit $4;

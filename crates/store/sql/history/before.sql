select entry_id, at, actor, kind, subject
from history
where entry_id < $1
    and ($2 = '' or subject = $2)
    and ($3 = '' or kind = $3 or kind like $3 || '.%')
order by entry_id desc
limit $4;

select entry_id, statement, evidence, passage, attached_at
from attachment
where ($1 = '' or statement = $1)
    and ($2 = '' or evidence = $2)
    and attached_at < $3
    and (detached_at is null or detached_at >= $3)
order by entry_id;

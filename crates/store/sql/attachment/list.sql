select entry_id, statement, evidence, passage, attached_at
from attachment
where detached_entry is null and ($1 = '' or statement = $1) and ($2 = '' or evidence = $2)
order by entry_id;

select entry.entry_id, entry.body, opening.salt, opening.body
from entry
left join opening on opening.entry_id = entry.entry_id
where entry.entry_id >= $1
order by entry.entry_id
limit $2;

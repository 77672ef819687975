select opening.entry_id
from opening
left join entry on entry.entry_id = opening.entry_id
where entry.entry_id is null
order by opening.entry_id;

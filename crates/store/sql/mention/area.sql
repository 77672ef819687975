select entry.entry_id, entry.body, opening.salt, opening.body
from mention
join entry on entry.entry_id >= mention.span * 128 and entry.entry_id < mention.span * 128 + 128
    and ' ' || mention.entries like '% ' || (entry.entry_id % 128) || ' %'
left join opening on opening.entry_id = entry.entry_id
where mention.subject = '' and mention.area = $1
order by entry.entry_id;

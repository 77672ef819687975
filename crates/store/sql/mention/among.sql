-- Entries of some spans that name a subject, the latest first.
select entry.entry_id, entry.body, opening.salt, opening.body
from mention
join entry on entry.entry_id >= mention.span * 128 and entry.entry_id < mention.span * 128 + 128
    and ' ' || mention.entries like '% ' || (entry.entry_id % 128) || ' %'
left join opening on opening.entry_id = entry.entry_id
where mention.subject = $1
    and mention.span >= $2
    and mention.span <= $3
    and ($4 = '' or mention.area = $4)
    and entry.entry_id < $5
order by entry.entry_id desc;

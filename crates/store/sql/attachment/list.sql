select
    attachment.entry_id, attachment.statement, attachment.evidence, attachment.passage, attachment.attached_at,
    carried_attachment.carried_from
from attachment
left join carried_attachment on carried_attachment.entry_id = attachment.entry_id
where ($1 = '' or attachment.statement = $1)
    and ($2 = '' or attachment.evidence = $2)
    and attachment.attached_at < $3
    and (attachment.detached_at is null or attachment.detached_at >= $3)
order by attachment.entry_id;

-- Items of the library of a provider as they were known before a moment, those that came last first.
select
    item.evidence, item.digest, item.size, item.media_type, item.title, item.speaks_for, item.expires,
    item.confidentiality, case when is_withdrawn then withdrawn_from end,
    case when is_withdrawn then withdrawn_reason end, item.added_by, item.added_at, item.entry_id,
    (
        select count(*) from attachment
        where attachment.evidence = item.evidence
            and attachment.statement > $1 and attachment.statement < $2
            and attachment.attached_at < $3
            and (attachment.detached_at is null or attachment.detached_at >= $3)
    ),
    library_item.entry_id
from library_item
join (select evidence_item.*, withdrawn_at is not null and withdrawn_at < $3 as is_withdrawn from evidence_item) as item
    on item.evidence = library_item.evidence
where library_item.provider = $4
    and library_item.entry_id < $5
    and item.added_at < $3
    and ($6 = '' or replace(library_item.words, $6, '') <> library_item.words)
    and ($7 = '' or item.media_type like $7 || '%')
    and ($8 = '' or item.confidentiality = $8)
    and ($9 = '' or exists (
        select 1 from attachment
        join statement on statement.statement = attachment.statement
        where attachment.evidence = item.evidence
            and statement.provider = $4
            and statement.measure = $9
            and attachment.attached_at < $3
            and (attachment.detached_at is null or attachment.detached_at >= $3)
    ))
    and ($10 = '' or ($10 = 'attached') = exists (
        select 1 from attachment
        where attachment.evidence = item.evidence
            and attachment.statement > $1 and attachment.statement < $2
            and attachment.attached_at < $3
            and (attachment.detached_at is null or attachment.detached_at >= $3)
    ))
    and (
        $11 = ''
        or ($11 = 'expires' and item.expires > $12 and item.expires <= $13 and not is_withdrawn)
        or ($11 = 'silent' and (item.expires <= $12 or (is_withdrawn and item.withdrawn_from <= $12)))
    )
order by library_item.entry_id desc
limit $14;

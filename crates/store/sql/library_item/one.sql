-- An item, if it is in the library of a provider, as it was known before a moment.
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
where library_item.provider = $4 and library_item.evidence = $5 and item.added_at < $3;

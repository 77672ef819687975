-- Items as they were known before a moment: one that was withdrawn later was not withdrawn yet.
select
    evidence, digest, size, media_type, title, speaks_for, expires, confidentiality,
    case when is_withdrawn then withdrawn_from end, case when is_withdrawn then withdrawn_reason end,
    added_by, added_at, entry_id,
    (
        select count(*) from attachment
        where attachment.evidence = item.evidence
            and attachment.attached_at < $1
            and (attachment.detached_at is null or attachment.detached_at >= $1)
    )
from (select evidence_item.*, withdrawn_at is not null and withdrawn_at < $1 as is_withdrawn from evidence_item) as item
where ($2 = '' or confidentiality = $2)
    and ($3 = '' or exists (
        select 1 from attachment
        where attachment.evidence = item.evidence
            and attachment.statement = $3
            and attachment.attached_at < $1
            and (attachment.detached_at is null or attachment.detached_at >= $1)
    ))
    and ($4 = '' or expires <= $4 or (is_withdrawn and withdrawn_from <= $4))
    and evidence > $5
    and added_at < $1
order by evidence
limit $6;

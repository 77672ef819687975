select
    evidence, digest, size, media_type, title, speaks_for, expires, confidentiality, withdrawn_from, withdrawn_reason,
    added_by, added_at, entry_id,
    (
        select count(*) from attachment
        where attachment.evidence = evidence_item.evidence and attachment.detached_entry is null
    )
from evidence_item
where ($1 = '' or confidentiality = $1)
    and ($2 = '' or exists (
        select 1 from attachment
        where attachment.evidence = evidence_item.evidence
            and attachment.statement = $2
            and attachment.detached_entry is null
    ))
    and ($3 = '' or expires <= $3 or withdrawn_from <= $3)
    and evidence > $4
order by evidence
limit $5;

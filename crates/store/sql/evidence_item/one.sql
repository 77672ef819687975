select
    evidence, digest, size, media_type, title, speaks_for, expires, confidentiality, withdrawn_from, withdrawn_reason,
    added_by, added_at, entry_id,
    (
        select count(*) from attachment
        where attachment.evidence = evidence_item.evidence and attachment.detached_entry is null
    )
from evidence_item
where evidence = $1;

select
    evidence, digest, size, media_type, title, speaks_for, expires, confidentiality, withdrawn_from, withdrawn_reason,
    withdrawn_at, added_by, added_at, entry_id
from evidence_item
order by evidence;

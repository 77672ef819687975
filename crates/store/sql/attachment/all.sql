select entry_id, statement, evidence, passage, attached_at, detached_entry, detached_at
from attachment
order by entry_id;

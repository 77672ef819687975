select entry_id, statement, revision, fingerprint, approved_by, approved_on, recorded_at
from approval
order by entry_id;

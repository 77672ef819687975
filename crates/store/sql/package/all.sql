select entry_id, direction, package, kind, about, counterpart, sequence, digest, state, reason, recorded_at
from package
order by entry_id;

select digest, entry_id, state, reason, decided_at
from package_decision
order by digest;

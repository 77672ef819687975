select entry_id, direction, package, kind, about, counterpart, sequence, digest, state, reason, recorded_at
from package
where ($1 = '' or direction = $1) and ($2 = '' or package = $2) and entry_id < $3
order by entry_id desc
limit $4;

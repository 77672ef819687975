select entry_id, organisation, code, scope, chapters, source, as_of, since, note, recorded_at
from listing
order by entry_id;

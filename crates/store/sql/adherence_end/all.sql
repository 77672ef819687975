select adherence, ended_by, version, until, recorded_entry, recorded_at, superseded_entry, superseded_at
from adherence_end
order by adherence, recorded_entry;

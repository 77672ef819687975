select adherence, version, scope, chapters, models, since, until,
    recorded_entry, recorded_at, superseded_entry, superseded_at
from adherence_stage
order by adherence, recorded_entry, since;

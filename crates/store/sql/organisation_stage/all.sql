select organisation, name, kinds, country, recorded_entry, recorded_at, superseded_entry, superseded_at
from organisation_stage
order by organisation, recorded_entry;

-- Of what an entry supersedes, the days before its own stay as they were.
insert into adherence_stage (adherence, version, scope, chapters, models, since, until, recorded_entry, recorded_at)
select adherence, version, scope, chapters, models, since, $1, superseded_entry, superseded_at
from adherence_stage
where adherence = $2 and superseded_entry = $3 and since < $1;

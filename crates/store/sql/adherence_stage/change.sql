-- The stage that begins with a change: the version stays.
insert into adherence_stage (adherence, version, scope, chapters, models, since, recorded_entry, recorded_at)
select adherence, version, $1, $2, $3, $4, superseded_entry, superseded_at
from adherence_stage
where adherence = $5 and superseded_entry = $6
order by since desc
limit 1;

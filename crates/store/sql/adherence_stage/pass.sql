-- Every stage from the passing on is one under the other version; its scope, its models and its end stay.
insert into adherence_stage (adherence, version, scope, chapters, models, since, until, recorded_entry, recorded_at)
select
    adherence, $1, scope, chapters, models,
    case when since < $2 then $2 else since end, until, superseded_entry, superseded_at
from adherence_stage
where adherence = $3 and superseded_entry = $4;

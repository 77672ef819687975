-- The stage that begins with passing to another version: the models stay, and so does the day on which it ends.
insert into adherence_stage (adherence, version, scope, chapters, models, since, until, recorded_entry, recorded_at)
select stage.adherence, $1, $2, $3, stage.models, $4, known_end.until, stage.superseded_entry, stage.superseded_at
from adherence_stage as stage
left join adherence_end as known_end
    on known_end.adherence = stage.adherence and known_end.superseded_entry is null
where stage.adherence = $5 and stage.superseded_entry = $6
order by stage.since desc
limit 1;

-- What providers from one place in their order to another have declared that holds on a day.
select adherence.organisation, adherence.code, adherence.adherence, adherence.since, stage.since,
    stage.version, stage.scope, stage.chapters, stage.models, known_end.until
from adherence
join adherence_stage as stage on stage.adherence = adherence.adherence
left join adherence_end as known_end
    on known_end.adherence = adherence.adherence and known_end.recorded_at <= $1
        and (known_end.superseded_at is null or known_end.superseded_at > $1)
where stage.recorded_at <= $1 and (stage.superseded_at is null or stage.superseded_at > $1)
    and stage.since <= $2 and (stage.until is null or stage.until > $2)
    and (adherence.organisation, adherence.code) >= ($3, $4)
    and (adherence.organisation, adherence.code) <= ($5, $6)
order by adherence.organisation, adherence.code, adherence.adherence;

-- Providers with the codes to which they stand in some way on a day, as far as that was known at a moment: those after
-- a place in their order that are asked for. An empty filter lets all pass.
select organisation, code
from (
    select adherence.organisation, adherence.code
    from adherence_stage as stage
    join adherence on adherence.adherence = stage.adherence
    where stage.since <= $1 and (stage.until is null or stage.until > $1)
        and stage.recorded_at <= $2 and (stage.superseded_at is null or stage.superseded_at > $2)
        and ($3 = '' or stage.scope = $3)
        and ($4 = '' or stage.models is null or replace(stage.models, ' ' || $4 || ' ', '') <> stage.models)
    union
    select listing.organisation, listing.code
    from listing
    where listing.as_of <= $1 and listing.recorded_at <= $2 and ($3 = '' or listing.scope = $3) and $4 = ''
        and not exists (
            select 1
            from listing as later
            where later.organisation = listing.organisation and later.code = listing.code
                and later.source = listing.source and later.as_of <= $1 and later.recorded_at <= $2
                and (later.as_of, later.entry_id) > (listing.as_of, listing.entry_id)
        )
    union
    select interest.organisation, interest.code
    from interest
    where interest.signed_on <= $1 and interest.recorded_at <= $2 and $3 = '' and $4 = ''
        and not exists (
            select 1
            from adherence
            join adherence_end as ended on ended.adherence = adherence.adherence
            where adherence.organisation = interest.organisation and adherence.code = interest.code
                and ended.ended_by = 'withdrawal' and ended.until <= $1 and ended.until > interest.signed_on
                and ended.recorded_at <= $2 and (ended.superseded_at is null or ended.superseded_at > $2)
        )
) as standing
where ($5 = '' or organisation = $5) and ($6 = '' or code = $6) and (organisation, code) > ($7, $8)
order by organisation, code
limit $9;

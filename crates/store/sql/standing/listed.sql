-- What each source said last by a day; of one day, what was recorded later corrects what was recorded before.
select listing.organisation, listing.code, listing.scope, listing.chapters, listing.source, listing.as_of,
    listing.since, listing.note
from listing
where listing.recorded_at <= $1 and listing.as_of <= $2
    and (listing.organisation, listing.code) >= ($3, $4)
    and (listing.organisation, listing.code) <= ($5, $6)
    and not exists (
        select 1
        from listing as later
        where later.organisation = listing.organisation and later.code = listing.code
            and later.source = listing.source and later.as_of <= $2 and later.recorded_at <= $1
            and (later.as_of, later.entry_id) > (listing.as_of, listing.entry_id)
    )
order by listing.organisation, listing.code, listing.source;

-- An interest in a full code lasts until the provider withdraws an adherence to it later.
select distinct interest.organisation, interest.code
from interest
where interest.recorded_at <= $1 and interest.signed_on <= $2
    and (interest.organisation, interest.code) >= ($3, $4)
    and (interest.organisation, interest.code) <= ($5, $6)
    and not exists (
        select 1
        from adherence
        join adherence_end as ended on ended.adherence = adherence.adherence
        where adherence.organisation = interest.organisation and adherence.code = interest.code
            and ended.ended_by = 'withdrawal' and ended.until <= $2 and ended.until > interest.signed_on
            and ended.recorded_at <= $1 and (ended.superseded_at is null or ended.superseded_at > $1)
    )
order by interest.organisation, interest.code;

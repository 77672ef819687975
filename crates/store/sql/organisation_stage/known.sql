-- An organisation as it was known at a moment.
select name, kinds, country
from organisation_stage
where organisation = $1 and recorded_at <= $2 and (superseded_at is null or superseded_at > $2);

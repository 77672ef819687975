-- Organisations as they are known now, after one in their order.
select organisation, name, kinds, country
from organisation_stage
where superseded_entry is null and organisation > $1
order by organisation
limit $2;

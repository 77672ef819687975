-- Providers of which an adherence, an interest or a listing was ever recorded.
select count(*)
from (
    select organisation from adherence
    union
    select organisation from listing
    union
    select organisation from interest
) as provider;

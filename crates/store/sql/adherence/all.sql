select adherence, organisation, code, since, signed_by, signed_on, source, entry_id
from adherence
order by adherence;

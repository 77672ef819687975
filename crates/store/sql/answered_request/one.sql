select request, first_entry, entries
from answered_request
where answered_request_id = $1;

insert into answered_request (answered_request_id, request, first_entry, entries, answered_at)
values ($1, $2, $3, $4, $5);

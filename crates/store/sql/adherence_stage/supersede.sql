-- What was known of an adherence from a day on is known otherwise.
update adherence_stage
set superseded_entry = $1, superseded_at = $2
where adherence = $3 and superseded_entry is null and (until is null or until > $4);

update adherence_end
set superseded_entry = $1, superseded_at = $2
where adherence = $3 and superseded_entry is null;

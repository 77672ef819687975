update organisation_stage
set superseded_entry = $1, superseded_at = $2
where organisation = $3 and superseded_entry is null;

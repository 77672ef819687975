-- What an entry supersedes.
select since, version from adherence_stage where adherence = $1 and superseded_entry = $2;

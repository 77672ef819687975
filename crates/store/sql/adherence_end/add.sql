insert into adherence_end (adherence, ended_by, version, until, recorded_entry, recorded_at)
values ($1, $2, $3, $4, $5, $6);

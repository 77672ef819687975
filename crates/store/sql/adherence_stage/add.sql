insert into adherence_stage (adherence, version, scope, chapters, models, since, recorded_entry, recorded_at)
values ($1, $2, $3, $4, $5, $6, $7, $8);

insert into organisation_stage (organisation, name, kinds, country, recorded_entry, recorded_at)
values ($1, $2, $3, $4, $5, $6);

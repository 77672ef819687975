insert into organisation (organisation, entry_id) values ($1, $2);

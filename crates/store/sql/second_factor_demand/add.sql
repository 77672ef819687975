insert into second_factor_demand (entry_id, organisation) values ($1, $2);

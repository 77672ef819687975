delete from second_factor_demand where organisation = $1;

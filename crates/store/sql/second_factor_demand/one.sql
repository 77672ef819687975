select entry_id from second_factor_demand where organisation = $1;

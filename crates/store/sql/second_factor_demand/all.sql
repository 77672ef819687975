select entry_id, organisation from second_factor_demand order by entry_id;

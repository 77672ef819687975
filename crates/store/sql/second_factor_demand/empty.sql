delete from second_factor_demand;

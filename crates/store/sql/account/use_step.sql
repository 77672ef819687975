update account set second_factor_step = $1
where account_id = $2 and (second_factor_step is null or second_factor_step < $1);

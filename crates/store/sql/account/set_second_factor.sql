update account set second_factor = $1, second_factor_step = $2 where account_id = $3;

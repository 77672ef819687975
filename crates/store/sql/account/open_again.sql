update account set closed_at = null, password = null, second_factor = null, second_factor_step = null, email = $1
where account_id = $2;

select account_id, person, email, password, second_factor, second_factor_step, opened_at, closed_at
from account
where email = $1;

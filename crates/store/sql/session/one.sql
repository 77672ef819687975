select session.account_id, person, is_whole, began_at, seen_at, ends_at, browser, second_factor_step,
    password
from session
join account on account.account_id = session.account_id
where session_id = $1 and closed_at is null;

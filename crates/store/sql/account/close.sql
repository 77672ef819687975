update account set closed_at = $1 where account_id = $2 and closed_at is null;

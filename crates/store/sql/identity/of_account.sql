select account_id, issuer, linked_at from identity where account_id = $1 order by issuer;

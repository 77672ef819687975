select account_id, issuer, linked_at from identity where identity_id = $1;

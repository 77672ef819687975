update api_token set revoked_at = $1 where api_token_id = $2 and account_id = $3 and revoked_at is null;

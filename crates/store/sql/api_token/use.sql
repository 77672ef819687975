update api_token set used_at = $1 where api_token_id = $2;

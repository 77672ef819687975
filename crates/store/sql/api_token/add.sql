insert into api_token (api_token_id, account_id, organisation, name, may_write, feeds, made_at, ends_at)
values ($1, $2, $3, $4, $5, $6, $7, $8);

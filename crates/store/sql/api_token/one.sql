select api_token.account_id, person, organisation, name, may_write, feeds, made_at, ends_at, used_at
from api_token
join account on account.account_id = api_token.account_id
where api_token_id = $1 and revoked_at is null and closed_at is null;

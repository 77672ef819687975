select api_token_id, organisation, name, may_write, feeds, made_at, ends_at, used_at
from api_token
where account_id = $1 and revoked_at is null
order by made_at desc, name;

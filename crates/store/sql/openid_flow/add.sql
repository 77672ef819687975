insert into openid_flow (openid_flow_id, browser, place, destination, ends_at) values ($1, $2, $3, $4, $5);

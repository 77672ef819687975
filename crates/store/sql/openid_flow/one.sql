select browser, place, destination, ends_at from openid_flow where openid_flow_id = $1;

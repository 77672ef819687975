delete from openid_flow where openid_flow_id = $1;

delete from openid_flow where ends_at <= $1;

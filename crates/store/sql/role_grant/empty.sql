delete from role_grant;

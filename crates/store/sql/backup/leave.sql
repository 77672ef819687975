insert into moved (moved_id) values (0);

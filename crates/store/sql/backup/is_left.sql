select count(*) from moved;

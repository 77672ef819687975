select count(*) from opening;

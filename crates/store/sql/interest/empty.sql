delete from interest;

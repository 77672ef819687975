delete from attempt where since <= $1;

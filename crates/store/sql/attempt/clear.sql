delete from attempt where attempt = $1;

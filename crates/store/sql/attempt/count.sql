select count from attempt where attempt = $1 and since > $2;

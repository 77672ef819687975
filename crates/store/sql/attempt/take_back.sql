update attempt set count = count - 1 where attempt = $1 and count > 1;

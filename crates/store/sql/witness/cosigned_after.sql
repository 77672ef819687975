select max(size) from cosignature where size > $1;

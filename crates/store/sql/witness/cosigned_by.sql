select max(size) from cosignature where witness = $1;

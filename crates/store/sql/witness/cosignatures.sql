select line from cosignature where size = $1 order by witness;

select size, root, note, previous from checkpoint where size > $1 order by size limit $2;

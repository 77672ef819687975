select size, witness, line from cosignature order by size, witness;

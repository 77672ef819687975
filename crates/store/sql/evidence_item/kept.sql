select evidence, digest, size from evidence_item order by evidence;

select title from evidence_item where evidence = $1;

update evidence_item set withdrawn_from = $1, withdrawn_reason = $2 where evidence = $3;

update evidence_item set withdrawn_from = $1, withdrawn_reason = $2, withdrawn_at = $3 where evidence = $4;

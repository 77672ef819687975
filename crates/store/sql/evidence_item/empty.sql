delete from evidence_item;

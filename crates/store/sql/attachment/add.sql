insert into attachment (entry_id, statement, evidence, passage, attached_at) values ($1, $2, $3, $4, $5);

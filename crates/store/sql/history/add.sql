insert into history (entry_id, at, actor, kind, subject) values ($1, $2, $3, $4, $5);

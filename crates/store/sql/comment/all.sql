select entry_id, comment, statement, author, words, made_at, withdrawn_at from comment order by entry_id;

select entry_id, at, actor, kind, subject from history order by entry_id;

select entry_id, case_id, kind, step, done_at, words, recorded_at from case_line order by entry_id;

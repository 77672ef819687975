delete from history;

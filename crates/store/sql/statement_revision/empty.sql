delete from statement_revision;

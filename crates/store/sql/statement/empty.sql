delete from statement;

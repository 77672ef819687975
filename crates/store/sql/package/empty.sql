delete from package;

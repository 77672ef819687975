delete from mention;

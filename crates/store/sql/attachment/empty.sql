delete from attachment;

delete from comment;

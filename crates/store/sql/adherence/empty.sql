delete from adherence;

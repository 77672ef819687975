delete from adherence_end;

delete from adherence_stage;

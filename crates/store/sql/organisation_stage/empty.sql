delete from organisation_stage;

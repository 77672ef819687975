delete from organisation;

select person, name from person order by person;

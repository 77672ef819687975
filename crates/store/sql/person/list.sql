select person, name from person where person > $1 order by person limit $2;

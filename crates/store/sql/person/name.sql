select name from person where person = $1;

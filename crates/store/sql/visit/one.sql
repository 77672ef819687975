select seen from visit where person = $1 and organisation = $2;

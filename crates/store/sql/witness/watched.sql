select note from watched where origin = $1;

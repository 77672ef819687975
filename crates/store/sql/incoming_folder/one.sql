select files from incoming_folder where person = $1 and organisation = $2;

delete from recovery_code where recovery_code_id = $1 and account_id = $2;

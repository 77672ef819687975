delete from case_line;

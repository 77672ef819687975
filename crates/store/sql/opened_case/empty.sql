delete from opened_case;

delete from code_version;

delete from package_file;

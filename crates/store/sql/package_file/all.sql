select entry_id, digest, size from package_file order by entry_id, digest;

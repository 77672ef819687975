delete from package_decision;

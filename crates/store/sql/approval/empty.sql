delete from approval;

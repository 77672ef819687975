delete from invitation_to_adhere;

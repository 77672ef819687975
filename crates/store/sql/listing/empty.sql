delete from listing;

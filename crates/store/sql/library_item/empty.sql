delete from library_item;

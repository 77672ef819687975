delete from opening where entry_id = $1;

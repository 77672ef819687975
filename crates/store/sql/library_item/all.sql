select provider, evidence, words, entry_id from library_item order by provider, evidence;

insert into library_item (provider, evidence, words, entry_id) values ($1, $2, $3, $4)
on conflict (provider, evidence) do nothing;

insert into mention (subject, span, area, entries) values ($1, $2, $3, $4)
on conflict (subject, span, area) do update set entries = mention.entries || excluded.entries;

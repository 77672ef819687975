insert into incoming_folder (person, organisation, files, uploaded_at) values ($1, $2, $3, $4)
on conflict (person, organisation) do update set files = excluded.files, uploaded_at = excluded.uploaded_at;

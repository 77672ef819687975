insert into mail (mail_id, recipient, subject, body, made_at, tries, next_at)
values ($1, $2, $3, $4, $5, 0, $5);

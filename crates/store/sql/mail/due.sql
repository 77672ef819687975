select mail_id, recipient, subject, body, tries
from mail
where sent_at is null and next_at <= $1 and tries < $2
order by next_at, mail_id
limit $3;

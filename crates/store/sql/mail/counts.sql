select
    count(case when sent_at is null and tries < $1 then 1 end),
    count(case when sent_at is null and tries >= $1 then 1 end),
    count(sent_at)
from mail;

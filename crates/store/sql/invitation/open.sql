select account_id, max(ends_at) from invitation where ends_at > $1 group by account_id order by account_id;

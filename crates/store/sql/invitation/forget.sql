delete from invitation where ends_at <= $1;

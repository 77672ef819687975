update package set state = $1, reason = $2 where package = $3 and direction = 'sent';

update package set digest = $1 where package = $2 and direction = 'sent';

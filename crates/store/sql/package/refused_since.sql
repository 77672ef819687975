select count(*)
from package
where direction = 'received' and state = 'refused' and counterpart = $1 and recorded_at > $2;

-- Comments as they were known before a moment: of one that was withdrawn, that it was made.
select comment, author, case when withdrawn_at is null or withdrawn_at >= $1 then words end, made_at, entry_id
from comment
where statement = $2 and made_at < $1
order by entry_id;

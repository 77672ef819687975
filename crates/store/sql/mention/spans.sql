-- The last spans, up to one of them, at which entries name a subject.
select distinct span from mention
where subject = $1 and span <= $2 and ($3 = '' or area = $3)
order by span desc
limit $4;

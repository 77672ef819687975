-- How many items `list` would give if there were no pages.
select count(*)
from library_item
join (select evidence_item.*, withdrawn_at is not null and withdrawn_at < $1 as is_withdrawn from evidence_item) as item
    on item.evidence = library_item.evidence
where library_item.provider = $2
    and item.added_at < $1
    and ($3 = '' or replace(library_item.words, $3, '') <> library_item.words)
    and ($4 = '' or item.media_type like $4 || '%')
    and ($5 = '' or item.confidentiality = $5)
    and ($6 = '' or exists (
        select 1 from attachment
        join statement on statement.statement = attachment.statement
        where attachment.evidence = item.evidence
            and statement.provider = $2
            and statement.measure = $6
            and attachment.attached_at < $1
            and (attachment.detached_at is null or attachment.detached_at >= $1)
    ))
    and ($7 = '' or ($7 = 'attached') = exists (
        select 1 from attachment
        where attachment.evidence = item.evidence
            and attachment.statement > $8 and attachment.statement < $9
            and attachment.attached_at < $1
            and (attachment.detached_at is null or attachment.detached_at >= $1)
    ))
    and (
        $10 = ''
        or ($10 = 'expires' and item.expires > $11 and item.expires <= $12 and not is_withdrawn)
        or ($10 = 'silent' and (item.expires <= $11 or (is_withdrawn and item.withdrawn_from <= $11)))
    );

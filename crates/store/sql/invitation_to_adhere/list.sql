-- Invitations as they were known before a moment and stood on a day, that which was sent last first: all of them, or
-- those of an organisation, of a code, or the one of an id. Whoever adheres to the version since it was sent has
-- declared that, whatever was said before; what was withdrawn or declined waits for nothing more.
select entry_id, invitation, organisation, name, code, version, email, words, hoped_until, sent_at,
    case when last_sent_at < $1 then last_sent_at else sent_at end,
    case when declined_at < $1 then decline_words end,
    case when withdrawn_at < $1 then withdrawal_words end,
    state
from (
    select sent.*,
        case
            when exists (
                select 1
                from adherence
                join adherence_stage as stage on stage.adherence = adherence.adherence
                where adherence.organisation = sent.organisation and adherence.code = sent.code
                    and stage.version = sent.version
                    and stage.recorded_at >= sent.sent_at and stage.recorded_at < $1
            ) then 'declared'
            when withdrawn_at < $1 then 'withdrawn'
            when declined_at < $1 then 'declined'
            when hoped_until < $2 then 'lapsed'
            else 'waiting'
        end as state
    from invitation_to_adhere as sent
) as known
where sent_at < $1 and entry_id < $3
    and ($4 = '' or organisation = $4)
    and ($5 = '' or invitation = $5)
    and ($6 = '' or code = $6)
    and ($7 = '' or state = $7)
order by entry_id desc
limit $8;

select entry_id, invitation, organisation, name, code, version, email, words, hoped_until, sent_at, last_sent_at,
    declined_at, decline_words, withdrawn_at, withdrawal_words
from invitation_to_adhere order by entry_id;

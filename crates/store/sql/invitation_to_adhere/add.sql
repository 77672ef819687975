insert into invitation_to_adhere (
    entry_id, invitation, organisation, name, code, version, email, words, hoped_until, sent_at, last_sent_at
) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

update invitation_to_adhere set withdrawn_at = $1, withdrawal_words = $2 where invitation = $3;

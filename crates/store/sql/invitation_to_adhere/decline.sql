update invitation_to_adhere set declined_at = $1, decline_words = $2 where invitation = $3;

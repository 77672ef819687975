update invitation_to_adhere set last_sent_at = $1 where invitation = $2;

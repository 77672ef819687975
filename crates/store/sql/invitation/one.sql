select invitation.account_id, person, email, ends_at
from invitation
join account on account.account_id = invitation.account_id
where invitation_id = $1 and closed_at is null;

select
    approval.entry_id, approval.statement, approval.revision, approval.fingerprint, approval.approved_by,
    approval.approved_on, approval.recorded_at
from approval
where ($1 = '' or approval.statement = $1)
    and ($2 = '' or exists (
        select 1 from statement where statement.statement = approval.statement and statement.provider = $2
    ))
    and approval.approved_on <= $3
    and approval.entry_id < $4
order by approval.entry_id desc
limit $5;

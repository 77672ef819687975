select package.entry_id, package.direction, package.package, package.kind, package.about, package.counterpart,
    package.sequence, package.digest, coalesce(package_decision.state, package.state),
    coalesce(package_decision.reason, package.reason), package.recorded_at
from package
left join package_decision on package_decision.digest = package.digest
    and package.direction = 'received' and package.state = 'accepted'
where ($1 = '' or package.direction = $1) and ($2 = '' or package.package = $2) and package.entry_id < $3
    and ($4 = '' or coalesce(package_decision.state, package.state) = $4)
    and (package.entry_id = $5 or $5 < 0)
order by package.entry_id desc
limit $6;

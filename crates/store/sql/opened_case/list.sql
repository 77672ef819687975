-- Cases as they were known before a moment, that which was opened last first. One is open unless it was closed last.
select entry_id, case_id, provider, code, version, model, title, kind, harms, until_day, name, email, work, words,
    aware_at, reference, opened_at
from opened_case
where provider = $1 and opened_at < $2 and entry_id < $3 and ($4 = '' or kind = $4)
    and ($5 = '' or $5 = case (
        select case_line.kind from case_line
        where case_line.case_id = opened_case.case_id and case_line.recorded_at < $2
            and case_line.kind in ('case.closed', 'case.reopened')
        order by case_line.entry_id desc limit 1
    ) when 'case.closed' then 'closed' else 'open' end)
order by entry_id desc
limit $6;

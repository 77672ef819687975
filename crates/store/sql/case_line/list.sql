-- What was recorded before a moment of the cases of a provider that were opened by entries from one to another.
select case_line.case_id, case_line.kind, case_line.step, case_line.done_at, case_line.words, case_line.recorded_at
from opened_case join case_line on case_line.case_id = opened_case.case_id
where opened_case.provider = $1 and opened_case.entry_id between $2 and $3 and case_line.recorded_at < $4
order by case_line.entry_id;

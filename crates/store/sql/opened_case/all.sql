select entry_id, case_id, provider, code, version, model, title, kind, harms, until_day, name, email, work, words,
    aware_at, reference, opened_at
from opened_case order by entry_id;

select
    statement, revision, provider, code, version, measure, model, state, words, owner, due, author, stated_on,
    carried_from, recorded_at, entry_id
from statement
order by statement, revision;

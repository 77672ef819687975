select statement, revision, state, words, owner, due, author, stated_on, carried_from, recorded_at, entry_id
from statement_revision
order by statement, revision;

select statement, provider, code, version, measure, model, revision, entry_id from statement order by statement;

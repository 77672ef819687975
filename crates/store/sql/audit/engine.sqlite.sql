-- Each engine examines itself in its own words; SQLite's are `ok` or a list of what is damaged, and the references that
-- lead nowhere.
select integrity_check from pragma_integrity_check
union all
select "table" || ' refers to a missing ' || parent from pragma_foreign_key_check;

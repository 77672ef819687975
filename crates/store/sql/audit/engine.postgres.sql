-- PostgreSQL checks references and pages as it reads them; what it can tell is whether a check was switched off.
select 'the constraint ' || conname || ' was never checked'
from pg_constraint
where not convalidated;

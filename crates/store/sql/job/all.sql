select job, run, node, began_at, seen_at, ended_at, stage, done, total, failure, report
from job
order by job;

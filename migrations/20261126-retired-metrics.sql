-- A metric that is no longer asked for is retired: it is in no score, and what companies have of it is kept.
alter table health_metrics add column retired boolean;
alter table effort_metrics add column retired boolean;

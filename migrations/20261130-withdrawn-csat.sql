-- A response that is gone from where it came is withdrawn: it is kept, and counts nowhere.
alter table csat add column withdrawn boolean;

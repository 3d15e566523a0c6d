-- What the system that a contract comes from calls its billing period, where nobody has said what that means. Such a
-- contract or line makes no MRR until somebody does; null: the cycle says it all.
alter table contracts add column unmapped_cycle text;
alter table contract_lines add column unmapped_cycle text;

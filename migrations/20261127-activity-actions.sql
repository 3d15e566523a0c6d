-- Which kinds of change there are, to choose among them.
create index audit_events_by_action on audit_events (workspace_id, action collate "C");

-- After how many days what was set in an alignment cell is marked as stale; null: as the rules have it.
alter table workspaces add column alignment_stale_after_days int check (alignment_stale_after_days >= 0);

drop trigger raise_revision on workspaces;
create trigger raise_revision before update of name, currency, as_of, time_zone, effort_midpoint, value_midpoint, seat_value_midpoint,
    minimum_coverage, alignment_stale_after_days
  on workspaces for each row execute function raise_revision_of_settings();

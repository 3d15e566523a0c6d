-- Where a line stands among those of its recommendation. Null: after the others, by key.
alter table recommendation_lines add column "order" numeric;

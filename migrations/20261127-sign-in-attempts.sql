-- How many wrong passwords there were of late: one row for each account, each address, and each account from an address,
-- named by a hash; and from which addresses somebody has signed in. Above workspaces, as sign-in is, so that every server
-- process on this database counts the same. For the server's own login alone.
create table sign_in_attempts (
  key text collate "C" primary key,
  tries integer not null,
  until timestamptz not null
);
create index sign_in_attempts_by_end on sign_in_attempts (until);
revoke all on sign_in_attempts from quarterdeck_workspace, quarterdeck_scoped;
alter table sign_in_attempts enable row level security;

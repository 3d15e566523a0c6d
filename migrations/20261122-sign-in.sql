-- Who can sign in, and what the server keeps about people at work. Every secret is kept as a hash or sealed: passwords by
-- scrypt, invitations and API keys by SHA-256 (they are 256 random bits), remembered answers under the server's own key.
-- A session's token is of no use without the signature that the cookie carries, whose key is not in the database.

-- The tables of better-auth, with its own column names. They stand above workspaces: an address signs in once.
create table auth_user (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null default false,
  image text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);

create table auth_session (
  id text primary key,
  "userId" text not null references auth_user (id) on delete cascade,
  token text not null unique,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "ipAddress" text,
  "userAgent" text
);
create index auth_session_by_user on auth_session ("userId");

create table auth_account (
  id text primary key,
  "userId" text not null references auth_user (id) on delete cascade,
  "accountId" text not null,
  "providerId" text not null,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index auth_account_by_user on auth_account ("userId");

create table auth_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index auth_verification_by_identifier on auth_verification (identifier);

-- Which user of which workspace an address signs in as. One address is one user of one workspace.
create table sign_ins (
  workspace_id uuid not null,
  "user" text not null,
  auth_user text not null unique references auth_user (id) on delete cascade,
  primary key (workspace_id, "user"),
  foreign key (workspace_id, "user") references users (workspace_id, key) on delete cascade on update cascade
);

-- A single-use link to choose a password; a new one replaces the one before.
create table invitations (
  workspace_id uuid not null,
  "user" text not null,
  token_hash bytea not null unique,
  expires_at timestamptz not null,
  primary key (workspace_id, "user"),
  foreign key (workspace_id, "user") references users (workspace_id, key) on delete cascade on update cascade
);

create table api_keys (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  "user" text not null,
  name text not null,
  key_hash bytea not null unique,
  prefix text not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, "user") references users (workspace_id, key) on delete cascade on update cascade
);
create index api_keys_by_user on api_keys (workspace_id, "user");

create table saved_views (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  "user" text not null,
  name text not null,
  search text not null,
  primary key (workspace_id, id),
  unique (workspace_id, "user", name),
  foreign key (workspace_id, "user") references users (workspace_id, key) on delete cascade on update cascade
);

create table recent_companies (
  workspace_id uuid not null,
  "user" text not null,
  company text not null,
  selected_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, "user", company),
  foreign key (workspace_id, "user") references users (workspace_id, key) on delete cascade on update cascade,
  foreign key (workspace_id, company) references companies (workspace_id, key) on delete cascade on update cascade
);

-- What a POST with an Idempotency-Key answered, sealed, so that sending it again gives the same answer for a day.
create table idempotency_keys (
  workspace_id uuid not null,
  "user" text not null,
  key text not null,
  request_hash bytea not null,
  answer bytea,
  created_at timestamptz not null default now(),
  primary key (workspace_id, "user", key),
  foreign key (workspace_id, "user") references users (workspace_id, key) on delete cascade on update cascade
);
create index idempotency_keys_by_age on idempotency_keys (created_at);

-- Who changed what, when. No foreign keys: the event outlives the user and the company. actor null: the command line.
create table audit_events (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  actor text,
  action text not null,
  company text,
  subject text,
  before jsonb,
  after jsonb,
  primary key (workspace_id, id)
);
create index audit_events_by_company on audit_events (workspace_id, company, id);

-- Sign-in is looked up before anyone is anybody, so these tables are for the server's own login alone.
revoke all on auth_user, auth_session, auth_account, auth_verification, sign_ins from quarterdeck_workspace, quarterdeck_scoped;
alter table sign_ins enable row level security;

do $$
declare
  t record;
begin
  for t in
    select * from (values
      ('invitations'), ('api_keys'), ('saved_views'), ('idempotency_keys')
    ) as tables (name)
  loop
    execute format('alter table %I enable row level security', t.name);
    execute format('create policy whole_workspace on %I to quarterdeck_workspace, quarterdeck_scoped
      using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t.name);
  end loop;
end $$;

alter table recent_companies enable row level security;
create policy whole_workspace on recent_companies to quarterdeck_workspace
  using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
create policy scoped on recent_companies to quarterdeck_scoped
  using (workspace_id = (select current_workspace()) and company = any ((select current_companies())::text[]))
  with check (workspace_id = (select current_workspace()) and company = any ((select current_companies())::text[]));

-- Written by everyone about what they may change, never changed; what belongs to no company is for those who see all.
revoke update, delete on audit_events from quarterdeck_workspace, quarterdeck_scoped;
alter table audit_events enable row level security;
create policy whole_workspace on audit_events to quarterdeck_workspace
  using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
create policy scoped on audit_events for select to quarterdeck_scoped
  using (workspace_id = (select current_workspace()) and company = any ((select current_companies())::text[]));
create policy scoped_insert on audit_events for insert to quarterdeck_scoped
  with check (workspace_id = (select current_workspace())
    and (company is null or company = any ((select current_companies())::text[])));

-- A person who is no longer a user can no longer sign in, and is signed out everywhere at once.
create function forget_sign_in() returns trigger language plpgsql security definer set search_path from current as $$
begin
  delete from auth_user where id = old.auth_user;
  return null;
end $$;
create trigger forget_sign_in after delete on sign_ins for each row execute function forget_sign_in();

-- The address that people sign in with is the one that the workspace knows them by.
create function follow_user() returns trigger language plpgsql security definer set search_path from current as $$
begin
  update auth_user a set email = lower(new.email), name = new.name, "updatedAt" = now()
    from sign_ins s where s.workspace_id = new.workspace_id and s."user" = new.key and a.id = s.auth_user;
  return null;
end $$;
create trigger follow_user after update of name, email on users
  for each row when (old.email is distinct from new.email or old.name is distinct from new.name) execute function follow_user();

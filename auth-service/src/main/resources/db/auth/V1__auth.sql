-- Dealerships, their people, sessions, and what was done.

create table dealership (
  id         uuid primary key,
  slug       text not null unique,
  name       text not null,
  address    text,
  city       text,
  state      text,
  zip        text,
  phone      text,
  website    text,
  logo_url   text,
  timezone   text not null default 'America/Los_Angeles',
  plan       text not null default 'BASE' check (plan in ('BASE', 'INTEL')),
  active     boolean not null default true,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp()
);
-- As protect() does; here the dealership is the row itself.
alter table dealership enable row level security;
alter table dealership force row level security;
create policy tenant on dealership
  using (id = nullif(current_setting('app.dealership_id', true), '')::uuid)
  with check (id = nullif(current_setting('app.dealership_id', true), '')::uuid);
call open_to_system('dealership');

create table app_user (
  id            uuid primary key,
  dealership_id uuid not null references dealership (id) on delete cascade,
  -- Lower case. Unique over all dealerships: it is what a person signs in with.
  email         text not null unique check (email = lower(email)),
  password_hash text not null,
  first_name    text not null,
  last_name     text not null,
  role          text not null check (role in ('GM', 'SALES_MANAGER', 'SALESPERSON')),
  active        boolean not null default true,
  last_login_at timestamptz,
  created_at    timestamptz not null default clock_timestamp(),
  updated_at    timestamptz not null default clock_timestamp(),
  unique (dealership_id, id)
);
call protect('app_user');
-- A login knows the e-mail before it knows the dealership.
call open_to_system('app_user');

create table refresh_token (
  id            uuid primary key,
  dealership_id uuid not null,
  user_id       uuid not null,
  -- One family per login; every rotation adds a token to it.
  family        uuid not null,
  parent_id     uuid,
  -- SHA-256: the token itself is nowhere. 256 random bits, so uniqueness tells nothing.
  token_hash    bytea not null unique,
  expires_at    timestamptz not null,
  rotated_at    timestamptz,
  revoked_at    timestamptz,
  created_at    timestamptz not null,
  foreign key (dealership_id, user_id) references app_user (dealership_id, id) on delete cascade
);
create index on refresh_token (dealership_id, family);
create index on refresh_token (dealership_id, user_id, expires_at);
call protect('refresh_token');
-- A refresh knows the token before it knows the dealership.
call open_to_system('refresh_token');

-- Tries to sign in that have not succeeded. The e-mail may belong to nobody: there is no dealership
-- to tell, and only a hash is kept.
create table login_attempt (
  id         uuid primary key,
  email_hash bytea not null,
  tried_at   timestamptz not null
);
create index on login_attempt (email_hash, tried_at desc);
create index on login_attempt (tried_at);
alter table login_attempt enable row level security;
alter table login_attempt force row level security;
call open_to_system('login_attempt');

-- Outlives whom and what it tells of: no foreign keys.
create table audit_event (
  id            uuid primary key,
  dealership_id uuid not null,
  user_id       uuid,
  action        text not null,
  subject       text not null,
  ip            text,
  at            timestamptz not null,
  received_at   timestamptz not null default clock_timestamp()
);
create index on audit_event (dealership_id, at desc);
call protect('audit_event');

-- Sign-in with a second factor: codes of an app on the person's phone (RFC 6238).
alter table dealership add column two_factor_required boolean not null default false;

create table two_factor (
  user_id       uuid primary key,
  dealership_id uuid not null,
  -- Sealed to this service and bound to the person; a copy of the table opens nothing.
  secret        text not null,
  created_at    timestamptz not null,
  -- Null while the person has not shown a code: then it is not asked for.
  confirmed_at  timestamptz,
  -- Time step of the last accepted code: no code is accepted twice.
  last_step     bigint not null default 0,
  foreign key (dealership_id, user_id) references app_user (dealership_id, id) on delete cascade
);
create index on two_factor (dealership_id);
call protect('two_factor');
-- A login knows the e-mail before it knows the dealership.
call open_to_system('two_factor');

create table recovery_code (
  user_id       uuid not null references two_factor (user_id) on delete cascade,
  dealership_id uuid not null,
  -- SHA-256 of 80 random bits and the person's id; deleted when it is used.
  code_hash     bytea not null,
  primary key (user_id, code_hash)
);
create index on recovery_code (dealership_id);
call protect('recovery_code');

-- Logins whose password was right and that wait for a code; deleted when it comes.
create table login_challenge (
  -- SHA-256 of 256 random bits.
  token_hash     bytea primary key,
  dealership_id  uuid not null,
  user_id        uuid not null,
  -- A new password, role or activity ends the challenge.
  access_version integer not null,
  expires_at     timestamptz not null,
  foreign key (dealership_id, user_id) references app_user (dealership_id, id) on delete cascade
);
create index on login_challenge (dealership_id, expires_at);
call protect('login_challenge');
-- Whoever answers a challenge has no dealership yet.
call open_to_system('login_challenge');

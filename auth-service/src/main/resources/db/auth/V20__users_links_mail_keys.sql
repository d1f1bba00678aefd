-- An invited person has no password before the invitation is accepted.
alter table app_user alter column password_hash drop not null;
create index on app_user (dealership_id, last_name, first_name, id);

-- Links that are mailed: to accept an invitation, to choose a new password. Each opens once.
create table one_time_link (
  id            uuid primary key,
  dealership_id uuid not null,
  user_id       uuid not null,
  purpose       text not null check (purpose in ('INVITATION', 'PASSWORD_RESET')),
  -- SHA-256 of 256 random bits: the token itself is in the mail only.
  token_hash    bytea not null unique,
  created_at    timestamptz not null,
  expires_at    timestamptz not null,
  foreign key (dealership_id, user_id) references app_user (dealership_id, id) on delete cascade
);
create index on one_time_link (dealership_id, user_id, purpose, created_at);
call protect('one_time_link');
-- Whoever opens a link has no dealership yet.
call open_to_system('one_time_link');

-- Mails that wait to be sent; deleted when a mail server has taken them.
create table mail (
  id            uuid primary key,
  dealership_id uuid not null,
  recipient     text not null,
  subject       text not null,
  body          text not null,
  tries         integer not null default 0,
  -- Null: given up.
  next_try_at   timestamptz,
  created_at    timestamptz not null default clock_timestamp()
);
create index on mail (next_try_at) where next_try_at is not null;
call protect('mail');
-- The sender works for all dealerships.
call open_to_system('mail');

create table api_key (
  id            uuid primary key,
  dealership_id uuid not null references dealership (id) on delete cascade,
  name          text not null,
  -- How the key begins: enough to tell keys apart, useless for a guess.
  beginning     text not null,
  -- SHA-256 of 256 random bits.
  key_hash      bytea not null unique,
  scopes        text not null,
  created_by    uuid not null,
  created_at    timestamptz not null,
  expires_at    timestamptz,
  last_used_at  timestamptz,
  revoked_at    timestamptz
);
create index on api_key (dealership_id, created_at desc);
call protect('api_key');
-- A request with a key names no dealership.
call open_to_system('api_key');

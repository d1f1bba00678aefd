-- Dealerships that somebody asked for. Neither the dealership nor a person exists before the mailed
-- link is used; then the row is deleted.
create table registration (
  id            uuid primary key,
  -- Of the dealership to come.
  dealership_id uuid not null unique,
  email         text not null,
  first_name    text not null,
  last_name     text not null,
  dealership    text not null,
  city          text,
  state         text,
  zip           text,
  phone         text,
  timezone      text not null,
  -- SHA-256 of 256 random bits: the token itself is in the mail only.
  token_hash    bytea not null unique,
  -- SHA-256 of the address that asked, for the limit.
  origin_hash   bytea not null,
  created_at    timestamptz not null,
  -- Not after created_at: counts for the limit and opens nothing.
  expires_at    timestamptz not null
);
create index on registration (email, created_at);
create index on registration (origin_hash, created_at);
create index on registration (created_at);
call protect('registration');
-- Who asks has no dealership yet.
call open_to_system('registration');

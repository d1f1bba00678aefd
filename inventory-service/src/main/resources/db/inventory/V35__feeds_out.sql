-- The dealership's stock at a secret address, for Meta and Google. One row while it is on.
create table feed_out (
  dealership_id     uuid primary key,
  secret_hash       bytea not null,     -- SHA-256 of the secret in the feeds' addresses
  photos_hash       bytea not null,     -- SHA-256 of the one in the photos' addresses
  vehicle_page      text,               -- pattern of the address of a vehicle's page
  store_code        text,               -- the dealership's code at Google
  user_id           uuid not null,      -- who switched it on
  created_at        timestamptz not null,
  changed_at        timestamptz not null,
  meta_fetched_at   timestamptz,
  google_fetched_at timestamptz
);
call protect('feed_out');

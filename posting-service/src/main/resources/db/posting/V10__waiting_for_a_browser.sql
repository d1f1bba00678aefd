-- A job that was handed to the fleet waits for a free browser until a worker begins it.
-- handed_at: when the account's latest job was handed over. The dealership for which that is longest
-- ago is served next.
-- begun_at: when a worker began the slot's job; null: nobody has yet. The jobs of an earlier version
-- count as begun, since their workers do not say when they begin.
alter table account_slot no force row level security;
alter table account_slot add column handed_at timestamptz, add column begun_at timestamptz;
update account_slot set begun_at = now() where busy_job is not null;
alter table account_slot force row level security;
create index account_slot_not_begun on account_slot (busy_job)
  where busy_job is not null and begun_at is null;
create index account_slot_handed on account_slot (dealership_id, handed_at);
-- The line of all that waits, in order of time.
create index dispatch_due on dispatch (due_at);

-- What each worker process says of its browsers; it belongs to no dealership.
create table fleet_worker (
  worker text primary key,
  browsers integer not null check (browsers >= 0),
  free integer not null check (free >= 0),
  seconds_per_job double precision check (seconds_per_job > 0),
  seen_at timestamptz not null
);

-- One row while the fleet is away; told: operators know.
create table fleet_away (
  only_row boolean primary key default true check (only_row),
  since timestamptz not null,
  told boolean not null default false
);

-- The dealerships that were told that the fleet is away.
create table fleet_away_told (
  dealership_id uuid primary key
);
call protect('fleet_away_told');
call open_to_system('fleet_away_told');

-- Accounts rest, are checked regularly, and can be disconnected: then the session is gone.
alter table fb_account drop constraint fb_account_state_check;
alter table fb_account
  alter column sealed_session drop not null,
  add column resting_until timestamptz,
  add constraint fb_account_state_check check (state in ('VALID', 'NEEDS_LOGIN', 'DISCONNECTED')),
  add constraint fb_account_session_check check ((state = 'DISCONNECTED') = (sealed_session is null));

-- One row per account: its latest check and when the next begins by itself.
create table session_check (
  dealership_id uuid not null,
  fb_account_id uuid not null,
  id            uuid not null,
  state         text not null check (state in ('NONE', 'WAITING', 'RUNNING', 'VALID', 'NEEDS_LOGIN', 'FAILED')),
  attempts      integer not null default 0,
  next_at       timestamptz not null,
  asked_at      timestamptz,
  ended_at      timestamptz,
  error         text,
  primary key (dealership_id, fb_account_id),
  unique (dealership_id, id),
  foreign key (dealership_id, fb_account_id) references fb_account (dealership_id, id)
);
create index session_check_due on session_check (next_at) where state not in ('WAITING', 'RUNNING');
-- The owner of the tables is bound by row-level security too, and would see no account.
alter table fb_account no force row level security;
insert into session_check (dealership_id, fb_account_id, id, state, next_at)
  select dealership_id, id, gen_random_uuid(), 'NONE', now() + random() * interval '6 hours' from fb_account;
alter table fb_account force row level security;
call protect('session_check');
-- The regular look goes over all dealerships.
call open_to_system('session_check');

-- What is to become of live listings: removals and new prices. One open change of a kind per posting.
create table listing_change (
  dealership_id uuid not null,
  id            uuid not null,
  posting_id    uuid not null,
  fb_account_id uuid not null,
  kind          text not null check (kind in ('REMOVE', 'EDIT')),
  how           text check (how in ('DELETE', 'SOLD')),
  price_cents   bigint,
  -- Wanted since the worker has the change: comes after it.
  next_cents    bigint,
  state         text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'HELD',
                                               'NEEDS_REVIEW')),
  attempts      integer not null default 0,
  failures      integer not null default 0,
  error_code    text,
  error_message text,
  -- Null: the inventory.
  requested_by  uuid,
  -- The import whose file lacks the vehicle.
  import_id     uuid,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (dealership_id, id),
  check ((kind = 'REMOVE') = (how is not null)),
  check ((kind = 'EDIT') = (price_cents is not null)),
  foreign key (dealership_id, posting_id) references posting (dealership_id, id)
);
create unique index listing_change_open on listing_change (dealership_id, posting_id, kind)
  where state in ('WAITING', 'RUNNING', 'HELD');
create index listing_change_of_posting on listing_change (dealership_id, posting_id, created_at desc);
create index listing_change_waiting on listing_change (dealership_id, fb_account_id)
  where state in ('WAITING', 'HELD');
create index listing_change_held on listing_change (dealership_id, import_id) where state = 'HELD';
call protect('listing_change');

-- An import after which too many listings would go: they stay until a manager decides.
create table removal_hold (
  dealership_id uuid not null,
  import_id     uuid not null,
  vehicle_ids   uuid[] not null,
  held          integer not null,
  live          integer not null,
  created_at    timestamptz not null,
  decision      text check (decision in ('REMOVE', 'KEEP')),
  decided_by    uuid,
  decided_at    timestamptz,
  primary key (dealership_id, import_id)
);
create index removal_hold_open on removal_hold (dealership_id, created_at) where decision is null;
call protect('removal_hold');

-- How a vehicle was last heard of; the list of an import comes by another way and may come later.
create table heard_vehicle (
  dealership_id uuid not null,
  vehicle_id    uuid not null,
  status        text not null,
  at            timestamptz not null,
  primary key (dealership_id, vehicle_id)
);
call protect('heard_vehicle');

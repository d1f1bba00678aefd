-- Facebook accounts of a dealership. The session can be sealed here but not opened.
create table fb_account (
  dealership_id   uuid not null,
  id              uuid not null,
  label           text not null,
  -- Tells whether two sessions are of the same person without keeping who that is.
  identity_hash   text not null,
  account_ref     text not null,
  state           text not null check (state in ('VALID', 'NEEDS_LOGIN')),
  sealed_session  text not null,
  session_version bigint not null default 1,
  last_checked_at timestamptz,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  primary key (dealership_id, id),
  unique (dealership_id, identity_hash)
);
call protect('fb_account');

create table posting (
  dealership_id  uuid not null,
  id             uuid not null,
  vehicle_id     uuid not null,
  user_id        uuid not null,
  fb_account_id  uuid not null,
  platform       text not null default 'FACEBOOK' check (platform in ('FACEBOOK')),
  marker         text not null,
  status         text not null check (status in ('QUEUED', 'GENERATING', 'READY', 'POSTING', 'POSTED',
                                                 'FAILED', 'CANCELLED', 'DELETED', 'NEEDS_LOGIN', 'NEEDS_REVIEW')),
  -- Occupies the vehicle: a second posting of it would be a second listing.
  active         boolean not null generated always as
                   (status in ('QUEUED', 'GENERATING', 'READY', 'POSTING', 'POSTED', 'NEEDS_LOGIN', 'NEEDS_REVIEW')) stored,
  attempts       integer not null default 0,
  failures       integer not null default 0,
  -- What was ordered: later changes of the vehicle do not change this posting.
  snapshot       jsonb not null,
  title          text,
  description    text,
  writer         text,
  error_code     text,
  error_message  text,
  error_field    text,
  fb_listing_id  text,
  fb_listing_url text,
  posted_at      timestamptz,
  scheduled_for  timestamptz,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  primary key (dealership_id, id),
  unique (dealership_id, marker),
  foreign key (dealership_id, fb_account_id) references fb_account (dealership_id, id)
);
create unique index posting_one_active on posting (dealership_id, vehicle_id, platform) where active;
create index posting_by_status on posting (dealership_id, status, id desc);
create index posting_by_vehicle on posting (dealership_id, vehicle_id, id desc);
create index posting_by_account on posting (dealership_id, fb_account_id) where status = 'NEEDS_LOGIN';
call protect('posting');

-- The timeline: what happened, in the order in which it was written.
create table posting_event (
  dealership_id uuid not null,
  posting_id    uuid not null,
  seq           bigint generated always as identity,
  at            timestamptz not null,
  type          text not null,
  status        text,
  step          integer,
  total         integer,
  message       text not null,
  attempt       integer not null,
  primary key (dealership_id, posting_id, seq),
  foreign key (dealership_id, posting_id) references posting (dealership_id, id)
);
call protect('posting_event');

create table evidence (
  dealership_id uuid not null,
  posting_id    uuid not null,
  attempt       integer not null,
  kind          text not null,
  object_key    text not null,
  sha256        text,
  taken_at      timestamptz not null,
  primary key (dealership_id, posting_id, object_key),
  foreign key (dealership_id, posting_id) references posting (dealership_id, id)
);
call protect('evidence');

-- One row per account: whose job it runs now. Its lock orders everything that concerns the
-- account's turn; it is always the first lock of a transaction.
create table account_slot (
  dealership_id uuid not null,
  fb_account_id uuid not null,
  open          boolean not null,
  busy_posting  uuid,
  busy_attempt  integer,
  primary key (dealership_id, fb_account_id),
  foreign key (dealership_id, fb_account_id) references fb_account (dealership_id, id)
);
call protect('account_slot');
call open_to_system('account_slot');

-- Postings that wait for their turn. wanted_at gives the order, due_at the moment; they differ when
-- the limits of the account moved the posting (reserved).
create table dispatch (
  dealership_id uuid not null,
  posting_id    uuid not null,
  fb_account_id uuid not null,
  wanted_at     timestamptz not null,
  due_at        timestamptz not null,
  reserved      boolean not null default false,
  primary key (dealership_id, posting_id),
  foreign key (dealership_id, posting_id) references posting (dealership_id, id)
);
create index dispatch_due on dispatch (dealership_id, fb_account_id, due_at);
create index dispatch_reserved on dispatch (dealership_id, fb_account_id, wanted_at) where reserved;
call protect('dispatch');
call open_to_system('dispatch');

-- When each account posted; the limits count these rows.
create table post_slot (
  dealership_id uuid not null,
  fb_account_id uuid not null,
  posting_id    uuid not null,
  attempt       integer not null,
  at            timestamptz not null,
  primary key (dealership_id, posting_id, attempt)
);
create index post_slot_by_account on post_slot (dealership_id, fb_account_id, at);
call protect('post_slot');

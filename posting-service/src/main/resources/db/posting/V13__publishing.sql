-- A listing that the site answered with an id, and that no page has shown yet.
alter table posting drop constraint posting_status_check;
alter table posting add constraint posting_status_check check (status in
  ('QUEUED', 'GENERATING', 'READY', 'POSTING', 'PUBLISHING', 'POSTED', 'FAILED', 'CANCELLED', 'DELETED',
   'NEEDS_LOGIN', 'NEEDS_REVIEW'));
alter table posting alter column active set expression as
  (status in ('QUEUED', 'GENERATING', 'READY', 'POSTING', 'PUBLISHING', 'POSTED', 'NEEDS_LOGIN', 'NEEDS_REVIEW'));
-- The site took the listing of the latest attempt down.
alter table posting add column taken_down boolean not null default false;

-- Looks at an account's listings are a kind of job.
alter table dispatch drop constraint dispatch_kind_check;
alter table dispatch add constraint dispatch_kind_check
  check (kind in ('POST', 'REMOVE', 'EDIT', 'VALIDATE', 'CHECK_FORM', 'LOOK'));

-- One row per account that has had a listing: its latest look, and when the next begins by itself.
create table listing_watch (
  dealership_id uuid not null,
  fb_account_id uuid not null,
  id            uuid not null,
  state         text not null check (state in ('NONE', 'WAITING', 'RUNNING', 'DONE', 'FAILED')),
  attempts      integer not null default 0,
  next_at       timestamptz not null,
  -- Of the dealership, as of the last look.
  zone          text not null default 'UTC',
  asked_at      timestamptz,
  ended_at      timestamptz,
  -- Listings of the account that this system did not make, as of the last look.
  others        integer,
  error         text,
  primary key (dealership_id, fb_account_id),
  unique (dealership_id, id),
  foreign key (dealership_id, fb_account_id) references fb_account (dealership_id, id)
);
create index listing_watch_due on listing_watch (next_at) where state not in ('WAITING', 'RUNNING');
-- The owner of the tables is bound by row-level security too, and would see no account.
alter table fb_account no force row level security;
alter table posting no force row level security;
insert into listing_watch (dealership_id, fb_account_id, id, state, next_at)
  select dealership_id, id, gen_random_uuid(), 'NONE', now() + random() * interval '24 hours' from fb_account a
  where exists (select from posting p where p.dealership_id = a.dealership_id and p.fb_account_id = a.id
    and p.status = 'POSTED');
alter table posting force row level security;
alter table fb_account force row level security;
call protect('listing_watch');
-- The daily look goes over all dealerships.
call open_to_system('listing_watch');

-- How a listing stood at the last look that saw or missed it.
create table listing_sight (
  dealership_id uuid not null,
  posting_id    uuid not null,
  state         text not null check (state in ('LIVE', 'IN_REVIEW', 'REJECTED', 'SOLD', 'ABSENT')),
  at            timestamptz not null,
  price_cents   bigint,
  other_price   boolean not null default false,
  says          text,
  clicks        integer,
  renewable     boolean not null default false,
  primary key (dealership_id, posting_id),
  foreign key (dealership_id, posting_id) references posting (dealership_id, id)
);
call protect('listing_sight');

-- Stock files that are fetched by themselves: from an address, or from the dealership's drop folder.
create table stock_feed (
  id            uuid primary key,
  dealership_id uuid not null,
  user_id       uuid not null,             -- who made it; its imports are theirs
  name          text not null,
  url           text,                      -- null: the drop folder
  login_kind    text check (login_kind in ('BASIC', 'HEADER')),
  login_name    text,                      -- user, or name of the header
  login_secret  text,                      -- sealed for this feed
  every_minutes integer,
  at_times      text not null,             -- times of the day in the zone, separated by blanks
  zone          text not null,
  missing       text not null,
  relist        boolean not null,
  active        boolean not null,
  created_at    timestamptz not null,
  next_at       timestamptz not null,      -- when it is due
  dropped       text,                      -- the file of the drop folder that was taken last
  came_at       timestamptz not null,      -- when it last brought something; at first: when it was made
  failures      integer not null default 0,-- since then
  alarm         text check (alarm in ('LATE', 'FAILING', 'HALVED')),
  alarm_at      timestamptz,
  -- What was imported last.
  etag          text,
  last_modified text,
  sha256        text,
  row_count     integer,
  said          jsonb not null default '{}',
  unique (dealership_id, id)
);
create unique index stock_feed_drop on stock_feed (dealership_id) where url is null;
create index stock_feed_due on stock_feed (next_at) where active;
call protect('stock_feed');
call open_to_system('stock_feed');

-- A run of a feed. Its import, if there is one, has its id.
create table stock_feed_run (
  id            uuid primary key,
  dealership_id uuid not null,
  feed_id       uuid not null,
  user_id       uuid not null,
  cause         text not null check (cause in ('SCHEDULE', 'PERSON', 'ACCEPTED')),
  due_at        timestamptz not null,
  state         text not null check (state in
    ('FETCHING', 'IMPORTING', 'DONE', 'UNCHANGED', 'HELD', 'ACCEPTED', 'FAILED', 'CANCELLED')),
  reason        text,
  bytes         bigint not null default 0,
  brake         integer not null,          -- as in import_job
  etag          text,
  last_modified text,
  sha256        text,
  difference    jsonb,
  attempt       integer not null default 0,-- fence: rises with each lease holder
  lease_until   timestamptz,
  finished_at   timestamptz,
  foreign key (dealership_id, feed_id) references stock_feed (dealership_id, id) on delete cascade
);
-- One at a time, and one for each due time.
create unique index stock_feed_run_open on stock_feed_run (feed_id)
  where state in ('FETCHING', 'IMPORTING');
create unique index stock_feed_run_due on stock_feed_run (feed_id, due_at) where cause = 'SCHEDULE';
create index stock_feed_run_history on stock_feed_run (feed_id, id desc);
call protect('stock_feed_run');
call open_to_system('stock_feed_run');

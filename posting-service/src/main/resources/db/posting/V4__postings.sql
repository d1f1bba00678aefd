-- The whole life of a posting: bulk orders, one listing per VIN, removals, and what must not be
-- waited for for ever.
create table bulk (
  dealership_id   uuid not null,
  id              uuid not null,
  user_id         uuid not null,
  fb_account_id   uuid not null,
  stagger_minutes integer not null,
  total           integer not null check (total > 0),
  created_at      timestamptz not null,
  primary key (dealership_id, id),
  foreign key (dealership_id, fb_account_id) references fb_account (dealership_id, id)
);
call protect('bulk');

alter table posting
  add column bulk_id     uuid,
  -- Normalised; null where the vehicle has none that identifies it.
  add column vin         text,
  -- The fleet has the latest attempt and has not answered.
  add column with_fleet  boolean not null default false,
  -- Number of the latest request for a text, and of the first one about the same facts.
  add column text_asked  integer not null default 1,
  add column text_since  integer not null default 1,
  -- Somebody wants the listing taken down that is being made.
  add column wish_how    text check (wish_how in ('DELETE', 'SOLD')),
  add column wish_by     uuid,
  add column wish_at     timestamptz,
  add column deleted_at  timestamptz,
  add column removed_by  text check (removed_by in ('DELETE', 'SOLD')),
  -- When somebody must look why nothing has come.
  add column watch_at    timestamptz,
  add constraint posting_bulk foreign key (dealership_id, bulk_id) references bulk (dealership_id, id);

-- The owner of the tables is bound by row-level security too, and would change no row.
alter table posting no force row level security;
update posting set with_fleet = true, watch_at = updated_at + interval '20 minutes'
  where status = 'POSTING';
update posting set watch_at = updated_at + interval '2 minutes' where status = 'GENERATING';
-- One of those that share a VIN: the others are live already, and must not stop the migration.
update posting p set vin = one.vin
from (select distinct on (dealership_id, vin) dealership_id, id, vin
      from (select dealership_id, id,
              upper(regexp_replace(snapshot -> 'vehicle' ->> 'vin', '[^A-Za-z0-9]', '', 'g')) as vin
            from posting where active) known
      where vin ~ '^[A-HJ-NPR-Z0-9]{17}$' and vin !~ '^(.)\1*$'
      order by dealership_id, vin, id) one
where p.dealership_id = one.dealership_id and p.id = one.id;
alter table posting force row level security;

create unique index posting_one_vin on posting (dealership_id, vin, platform)
  where active and vin is not null;
create index posting_by_bulk on posting (dealership_id, bulk_id) where bulk_id is not null;
create index posting_watched on posting (watch_at) where watch_at is not null;
-- The watch looks for overdue postings of every dealership.
call open_to_system('posting');

-- Several imports at once, one of a dealership: whose dealership was served longest ago goes first, and
-- what no person waits for goes last.
alter table import_job
  add column claimed_at timestamptz,                      -- when a runner last took it
  add column background boolean not null default false,   -- of a feed
  -- Null: all vehicles that the file lacks are archived. Else at most half of the stock, or this many.
  add column brake      integer,
  add column held       integer not null default 0,       -- missing vehicles that the brake kept
  add column returned   integer not null default 0,       -- vehicles that are on the lot again
  add column still_sold integer not null default 0;       -- sold here, and for sale in the file
create index import_job_served on import_job (dealership_id, claimed_at desc);

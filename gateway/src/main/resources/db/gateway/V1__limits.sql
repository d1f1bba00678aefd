-- Requests of the last minute of a person or an address, for all gateways. Unlogged: after a crash
-- of the database the counts begin anew. Half of each page is left free, so that an update stays on
-- it.
create unlogged table request_window (
  name    text primary key,
  times   timestamptz[] not null,
  -- Whether the last request was granted.
  granted boolean not null,
  seen_at timestamptz not null
) with (fillfactor = 50);
create index on request_window (seen_at);

-- A wanted text, from the event that asked for it to the one that answered.
create table generation (
  id            uuid primary key,
  dealership_id uuid not null,
  posting_id    uuid not null,
  vehicle_id    uuid not null,
  attempt       int not null,
  state         text not null check (state in ('PENDING', 'DONE', 'UNWRITABLE')),
  request       text not null,
  traceparent   text,
  title         text,
  description   text,
  writer        text,
  model         text,
  rejected      text[] not null default '{}',
  -- Whoever writes it holds it until then; afterwards it is anyone's again.
  claimed_until timestamptz,
  requested_at  timestamptz not null default clock_timestamp(),
  done_at       timestamptz,
  check (state <> 'DONE' or (title is not null and description is not null and writer is not null))
);
call protect('generation');
-- Workers take wanted texts of every dealership.
call open_to_system('generation');
create index generation_posting on generation (dealership_id, posting_id);
create index generation_pending on generation (requested_at) where state = 'PENDING';

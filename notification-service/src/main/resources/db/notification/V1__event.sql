-- What a dealership was told, in order. Readers ask for "seq > last".
create table event (
  dealership_id uuid not null,
  seq           bigint not null,
  event         text not null,
  vehicle_id    uuid,
  data          text not null,
  at            timestamptz not null default clock_timestamp(),
  primary key (dealership_id, seq)
);
call protect('event');
-- Old entries of every dealership are deleted together.
call open_to_system('event');
create index event_at on event (at);

create table event_head (
  dealership_id uuid primary key,
  seq           bigint not null
);
call protect('event_head');

-- The head's row is locked until commit: numbers are drawn in the order of commits and none is lost
-- to a rollback, so whoever sees number n sees all before it. The wake-up leaves with the commit.
create function event_append(p_dealership uuid, p_event text, p_vehicle uuid, p_data text)
returns bigint language plpgsql as $$
declare
  n bigint;
begin
  insert into event_head as h (dealership_id, seq) values (p_dealership, 1)
  on conflict (dealership_id) do update set seq = h.seq + 1
  returning seq into n;
  insert into event (dealership_id, seq, event, vehicle_id, data)
  values (p_dealership, n, p_event, p_vehicle, p_data);
  perform pg_notify('${schema}_event', p_dealership::text);
  return n;
end
$$;

-- One-time tickets for sockets; only the hash is kept.
create table ws_ticket (
  dealership_id    uuid not null,
  hash             bytea not null,
  user_id          uuid not null,
  expires_at       timestamptz not null,
  token_expires_at timestamptz not null,
  primary key (dealership_id, hash)
);
call protect('ws_ticket');
call open_to_system('ws_ticket');

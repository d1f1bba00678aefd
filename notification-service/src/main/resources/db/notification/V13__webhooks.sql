-- Addresses of other systems that are told of events.
create table webhook (
  id               uuid primary key,
  dealership_id    uuid not null,
  url              text not null,
  description      text not null,
  -- Names of events, separated by blanks.
  events           text not null,
  -- Sealed; the older one signs too, until then.
  secret           text not null,
  old_secret       text,
  old_secret_until timestamptz,
  active           boolean not null default true,
  disabled_reason  text,
  -- Since when nothing was delivered; null: the last try was taken.
  failing_since    timestamptz,
  created_at       timestamptz not null,
  unique (dealership_id, id)
);
create index on webhook (dealership_id, created_at);
call protect('webhook');
-- The sender works for all dealerships.
call open_to_system('webhook');

create table webhook_delivery (
  id            uuid primary key default gen_random_uuid(),
  n             bigint generated always as identity unique,
  dealership_id uuid not null,
  webhook_id    uuid not null,
  event         text not null,
  body          text not null,
  state         text not null default 'PENDING' check (state in ('PENDING', 'DELIVERED', 'FAILED')),
  tries         integer not null default 0,
  -- Null: it is not tried again.
  next_try_at   timestamptz,
  -- Until then a process is at it.
  taken_until   timestamptz,
  status        integer,
  error         text,
  answer        text,
  created_at    timestamptz not null default clock_timestamp(),
  finished_at   timestamptz,
  foreign key (dealership_id, webhook_id) references webhook (dealership_id, id) on delete cascade
);
create index on webhook_delivery (webhook_id, n desc);
create index on webhook_delivery (webhook_id, next_try_at, n) where next_try_at is not null;
create index on webhook_delivery (webhook_id) where taken_until is not null;
create index on webhook_delivery (created_at);
call protect('webhook_delivery');
call open_to_system('webhook_delivery');

-- A delivery for each web hook that wants the event: with the event, or not at all. What is for one
-- person alone leaves by no web hook.
create or replace function event_append(
  p_dealership uuid, p_event text, p_vehicle uuid, p_data text, p_trace text default null,
  p_user uuid default null, p_permission text default null, p_without text default null)
returns bigint language plpgsql as $$
declare
  n bigint;
begin
  insert into event_head as h (dealership_id, seq) values (p_dealership, 1)
  on conflict (dealership_id) do update set seq = h.seq + 1
  returning seq into n;
  insert into event (dealership_id, seq, event, vehicle_id, data, traceparent, user_id, permission,
                     data_without)
  values (p_dealership, n, p_event, p_vehicle, p_data, p_trace, p_user, p_permission, p_without);
  if p_user is null then
    insert into webhook_delivery (dealership_id, webhook_id, event, body, next_try_at)
    select p_dealership, w.id, p_event, webhook_body(p_event, n, p_data), clock_timestamp()
      from webhook w
     where w.dealership_id = p_dealership and w.active
       and p_event = any(string_to_array(w.events, ' '));
  end if;
  perform pg_notify('${schema}_event', p_dealership::text);
  return n;
end
$$;

create function webhook_body(p_event text, p_seq bigint, p_data text) returns text
language sql as $$
  select '{"type":' || to_json(p_event) || ',"timestamp":"'
    || to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    || '","seq":' || p_seq || ',"data":' || p_data || '}'
$$;

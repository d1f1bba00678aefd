-- An event may be for one person, or say less to those who lack a permission.
alter table event
  add column user_id uuid,
  add column permission text,
  -- What those without the permission are told; null: nothing.
  add column data_without text;

drop function event_append(uuid, text, uuid, text, text);
create function event_append(
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
  perform pg_notify('${schema}_event', p_dealership::text);
  return n;
end
$$;

-- What a socket's holder may see, separated by blanks.
alter table ws_ticket add column permissions text not null default '';

-- Whom a dealership has, as auth-service tells it.
create table person (
  dealership_id uuid not null,
  user_id       uuid not null,
  role          text not null,
  active        boolean not null,
  primary key (dealership_id, user_id)
);
call protect('person');

-- What somebody must know or do; one row for each person.
create table notice (
  id            uuid primary key,
  dealership_id uuid not null,
  user_id       uuid not null,
  kind          text not null,
  title         text not null,
  body          text not null,
  path          text not null,
  -- False: the person wants a mail only.
  in_app        boolean not null,
  created_at    timestamptz not null,
  read_at       timestamptz
);
create index on notice (dealership_id, user_id, id desc) where in_app;
create index on notice (dealership_id, user_id) where in_app and read_at is null;
create index on notice (created_at);
call protect('notice');
-- Old notices of every dealership are deleted together.
call open_to_system('notice');

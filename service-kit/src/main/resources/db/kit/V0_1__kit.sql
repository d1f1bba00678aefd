-- What every service keeps beside its own tables.

-- Row-level security in one line: a table is visible only inside a transaction that has set the
-- dealership. nullif: after such a transaction a pooled connection reads '' and not null.
create procedure protect(t regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format($p$create policy tenant on %s
    using (dealership_id = nullif(current_setting('app.dealership_id', true), '')::uuid)
    with check (dealership_id = nullif(current_setting('app.dealership_id', true), '')::uuid)$p$, t);
end
$$;

-- Work across dealerships (dispatch, leases) is a role of its own, opened table by table.
create procedure open_to_system(t regclass) language plpgsql as $$
begin
  execute format('create policy system on %s to ${schema}_system using (true) with check (true)', t);
end
$$;

create table outbox (
  seq         bigint generated always as identity primary key,
  id          uuid not null unique,
  topic       text not null,
  key         text not null,
  type        text not null,
  traceparent text,
  payload     text not null,
  created_at  timestamptz not null default clock_timestamp()
);

-- Numbers are drawn under a lock per topic and key that is held until commit: only so is the order
-- of numbers the order of commits, and the relay keeps the order of each key.
create function outbox_append(p_id uuid, p_topic text, p_key text, p_type text, p_trace text, p_payload text)
returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('${schema}:' || p_topic || ':' || p_key, 0));
  insert into outbox (id, topic, key, type, traceparent, payload)
  values (p_id, p_topic, p_key, p_type, p_trace, p_payload);
end
$$;

create table inbox (
  consumer    text not null,
  event_id    uuid not null,
  received_at timestamptz not null default clock_timestamp(),
  primary key (consumer, event_id)
);

create table idempotency (
  dealership_id uuid not null,
  route         text not null,
  key           text not null,
  request_hash  text not null,
  response      text,
  created_at    timestamptz not null default clock_timestamp(),
  primary key (dealership_id, route, key)
);
call protect('idempotency');

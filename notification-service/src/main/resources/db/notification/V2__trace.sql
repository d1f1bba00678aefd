-- The trace of the request that led to an entry: from what a dealership saw back to its cause.
alter table event add column traceparent text;

drop function event_append(uuid, text, uuid, text);
create function event_append(
  p_dealership uuid, p_event text, p_vehicle uuid, p_data text, p_trace text default null)
returns bigint language plpgsql as $$
declare
  n bigint;
begin
  insert into event_head as h (dealership_id, seq) values (p_dealership, 1)
  on conflict (dealership_id) do update set seq = h.seq + 1
  returning seq into n;
  insert into event (dealership_id, seq, event, vehicle_id, data, traceparent)
  values (p_dealership, n, p_event, p_vehicle, p_data, p_trace);
  perform pg_notify('${schema}_event', p_dealership::text);
  return n;
end
$$;

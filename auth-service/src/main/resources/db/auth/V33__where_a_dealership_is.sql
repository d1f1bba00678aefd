-- Where a dealership is: what its numbers mean. Those that are there already were read as American.
alter table dealership
  add column country text not null default 'US' check (country ~ '^[A-Z]{2}$'),
  add column currency text not null default 'USD' check (currency ~ '^[A-Z]{3}$'),
  add column distance_unit text not null default 'MI' check (distance_unit in ('MI', 'KM'));
alter table registration
  add column country text not null default 'US',
  add column currency text not null default 'USD',
  add column distance_unit text not null default 'MI';

-- Other services know where a dealership is. As user.changed (V30): told in the transaction of the
-- change, so neither code nor an operator's SQL can forget it.
create function dealership_body(p_dealership dealership) returns text language sql
set search_path = ${schema} as $$
  select json_build_object(
    'dealershipId', p_dealership.id, 'country', p_dealership.country,
    'currency', p_dealership.currency, 'distanceUnit', p_dealership.distance_unit,
    'timezone', p_dealership.timezone)::text
$$;

create function tell_dealership() returns trigger language plpgsql set search_path = ${schema} as $$
begin
  perform outbox_append(gen_random_uuid(), 'dealership.changed', new.id::text, 'dealership.changed',
    null, dealership_body(new));
  return null;
end
$$;
create trigger dealership_told after insert on dealership for each row
  execute function tell_dealership();
create trigger dealership_changed_told after update on dealership for each row
  when ((old.country, old.currency, old.distance_unit, old.timezone)
        is distinct from (new.country, new.currency, new.distance_unit, new.timezone))
  execute function tell_dealership();

-- Those who are there already; see V30 for the policy.
alter table dealership no force row level security;
insert into outbox (id, topic, key, type, payload)
  select gen_random_uuid(), 'dealership.changed', d.id::text, 'dealership.changed', dealership_body(d)
  from dealership d;
alter table dealership force row level security;

-- What became of each vehicle: one row for each change, written in its transaction, never altered.
create table vehicle_change (
  dealership_id uuid not null,
  vehicle_id    uuid not null,
  id            uuid not null,      -- rises with time
  version       bigint not null,    -- of the vehicle behind the change; 0: only a posting went on
  at            timestamptz not null,
  actor         text not null
    check (actor in ('PERSON', 'API_KEY', 'IMPORT', 'FEED', 'POSTING', 'SYSTEM')),
  actor_id      uuid,               -- the person, the key, the import, the posting
  why           text,
  changes       jsonb not null,     -- [{field, from, to}]
  price_from    bigint,             -- with price_to if the price changed within one currency
  price_to      bigint,
  primary key (dealership_id, vehicle_id, id)
);
create index vehicle_change_price on vehicle_change (dealership_id, vehicle_id, id)
  where price_from is not null;
call protect('vehicle_change');
revoke update, delete on vehicle_change from ${schema}_app, ${schema}_system;

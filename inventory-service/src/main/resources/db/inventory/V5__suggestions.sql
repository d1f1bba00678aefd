-- Vehicles that somebody found, for a manager to add.
create table vehicle_suggestion (
  dealership_id uuid not null,
  id            uuid not null,
  user_id       uuid not null,
  draft         jsonb not null,
  page          text,
  note          text,
  state         text not null default 'OPEN' check (state in ('OPEN', 'ACCEPTED', 'DECLINED')),
  vehicle_id    uuid,
  decided_by    uuid,
  decided_at    timestamptz,
  reason        text,
  created_at    timestamptz not null,
  primary key (dealership_id, id),
  check ((state = 'OPEN') = (decided_by is null)),
  check ((state = 'ACCEPTED') = (vehicle_id is not null))
);
create index vehicle_suggestion_of_person on vehicle_suggestion (dealership_id, user_id, state);
call protect('vehicle_suggestion');

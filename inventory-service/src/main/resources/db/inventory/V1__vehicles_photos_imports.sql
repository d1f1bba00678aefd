create table vehicle (
  id              uuid primary key,
  dealership_id   uuid not null,
  stock_number    text not null,
  vin             text,
  year            integer not null,
  make            text not null,
  model           text not null,
  trim            text,
  mileage         integer,          -- miles
  exterior_color  text,
  interior_color  text,
  body_style      text,
  drivetrain      text,
  transmission    text,
  engine          text,
  fuel_type       text,
  price           bigint,           -- cents
  cost_basis      bigint,           -- cents
  condition       text check (condition in ('NEW', 'USED', 'CPO')),
  condition_grade text check (condition_grade in ('EXCELLENT', 'VERY_GOOD', 'GOOD', 'FAIR', 'POOR')),
  clean_title     boolean,
  features        text[] not null,
  notes           text,
  lot_date        date,
  status          text not null check (status in ('ACTIVE', 'PENDING', 'SOLD', 'ARCHIVED')),
  version         bigint not null,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  unique (dealership_id, id),
  unique (dealership_id, stock_number)
);
create index vehicle_page on vehicle (dealership_id, status, id);
create index vehicle_vin on vehicle (dealership_id, vin) where vin is not null;
create index vehicle_make_model on vehicle (dealership_id, make, model);
call protect('vehicle');

create table vehicle_image (
  id            uuid primary key,
  dealership_id uuid not null,
  vehicle_id    uuid not null,
  object_key    text not null,
  content_type  text not null check (content_type in ('image/jpeg', 'image/png')),
  sha256        text not null,      -- of the stored bytes, hex
  bytes         integer not null,
  width         integer not null,
  height        integer not null,
  sort_order    integer not null,
  is_primary    boolean not null,
  created_at    timestamptz not null,
  foreign key (dealership_id, vehicle_id) references vehicle (dealership_id, id) on delete cascade,
  unique (dealership_id, vehicle_id, sha256)
);
create index vehicle_image_order on vehicle_image (dealership_id, vehicle_id, sort_order);
create unique index vehicle_image_primary on vehicle_image (dealership_id, vehicle_id) where is_primary;
call protect('vehicle_image');

create table import_job (
  id            uuid primary key,
  dealership_id uuid not null,
  user_id       uuid not null,
  file_name     text not null,
  row_count     integer not null,
  created       integer not null default 0,
  updated       integer not null default 0,
  unchanged     integer not null default 0,
  rejected      integer not null default 0,
  started_at    timestamptz not null,
  finished_at   timestamptz,        -- null while it runs, or if it was cut off
  unique (dealership_id, id)
);
call protect('import_job');

create table import_row (
  dealership_id uuid not null,
  import_id     uuid not null,
  line          integer not null,   -- of the file, from 1
  outcome       text not null check (outcome in ('CREATED', 'UPDATED', 'UNCHANGED', 'REJECTED')),
  vehicle_id    uuid,
  column_name   text,
  reason        text,
  warnings      text[] not null,
  primary key (dealership_id, import_id, line),
  foreign key (dealership_id, import_id) references import_job (dealership_id, id) on delete cascade
);
call protect('import_row');

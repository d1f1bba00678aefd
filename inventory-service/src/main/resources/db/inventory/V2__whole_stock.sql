-- How many vehicles an import took off the lot because its file, the whole stock, lacked them.
alter table import_job add column vanished integer not null default 0;

-- Vehicles that an import took off the lot. One that stands in a later file comes back, unless
-- somebody changed it since: then its version is another one.
create table vanished_vehicle (
  dealership_id uuid not null,
  vehicle_id    uuid not null,
  import_id     uuid not null,
  version       bigint not null,
  primary key (dealership_id, vehicle_id),
  foreign key (dealership_id, vehicle_id) references vehicle (dealership_id, id) on delete cascade
);
call protect('vanished_vehicle');

-- look_grid: what pictures are compared by. flag: why a photo is taken for a placeholder; chosen: a
-- person gave it its place all the same. Flagged photos that nobody chose stand last.
alter table vehicle_image
  add column look_grid text,
  add column flag text check (flag in ('PLAIN', 'REPEATED')),
  add column chosen boolean not null default false;
drop index vehicle_image_look;
create index vehicle_image_look on vehicle_image (dealership_id, look_hash, vehicle_id);

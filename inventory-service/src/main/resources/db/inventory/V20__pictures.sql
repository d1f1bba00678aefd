-- What a photo looks like; null for photos from before pictures were decoded, which are stored in
-- one size only.
alter table vehicle_image
  add column look_hash bigint,
  add column look_color integer,
  add column look_plain boolean;
create index vehicle_image_look on vehicle_image (dealership_id, look_hash);

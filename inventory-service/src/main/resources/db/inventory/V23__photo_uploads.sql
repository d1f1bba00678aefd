-- Photos that are sent to the object store directly. Removed an hour after the link has expired.
create table photo_upload (
  id            uuid primary key,
  dealership_id uuid not null,
  vehicle_id    uuid not null,
  expires_at    timestamptz not null,   -- of the link
  confirmed     boolean not null,       -- whether the photo was taken
  foreign key (dealership_id, vehicle_id) references vehicle (dealership_id, id) on delete cascade
);
create index photo_upload_expiry on photo_upload (expires_at);
call protect('photo_upload');
call open_to_system('photo_upload');

-- Addresses of photos that a stock file names, in its order, and what became of each.
create table photo_address (
  dealership_id uuid not null,
  vehicle_id    uuid not null,
  position      integer not null,   -- in the file's list, from 0
  url           text not null,
  host          text not null,
  state         text not null check (state in ('WAITING', 'FETCHED', 'FAILED')),
  attempts      integer not null,
  next_at       timestamptz,        -- when it is asked next; null: not by itself
  etag          text,               -- of the last answer with a picture
  last_modified text,
  image_id      uuid,               -- the photo it became; it may have been removed since
  reason        text,               -- why the last attempt failed
  primary key (dealership_id, vehicle_id, position),
  foreign key (dealership_id, vehicle_id) references vehicle (dealership_id, id) on delete cascade
);
create index photo_address_due on photo_address (next_at) where next_at is not null;
call protect('photo_address');
call open_to_system('photo_address');

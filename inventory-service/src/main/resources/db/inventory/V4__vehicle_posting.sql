-- The latest posting of each vehicle, kept from the posting service's events, for lists.
create table vehicle_posting (
  dealership_id  uuid not null,
  -- No foreign key: an event may be about a vehicle that was deleted since.
  vehicle_id     uuid not null,
  posting_id     uuid not null,
  status         text not null,
  fb_listing_url text,
  scheduled_for  timestamptz,
  at             timestamptz not null,
  primary key (dealership_id, vehicle_id)
);
call protect('vehicle_posting');

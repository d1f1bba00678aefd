-- Where each dealership is, kept from auth-service's dealership.changed: what its numbers mean.
create table dealership_market (
  dealership_id uuid primary key,
  country       text not null,
  currency      text not null,
  distance_unit text not null check (distance_unit in ('MI', 'KM'))
);
call protect('dealership_market');

-- Prices and mileages keep the unit in which they came. Null: US dollars, miles.
alter table vehicle
  add column price_currency text check (price_currency ~ '^[A-Z]{3}$'),
  add column odometer integer,
  add column odometer_unit text check (odometer_unit in ('KM', 'MI'));

-- What an import compares stock numbers by. Columns, because row-level security lets no index answer
-- a condition with a function in it: every batch of an import read the dealership's whole stock.
alter table vehicle
  add column stock_key text generated always as (upper(stock_number)) stored,
  -- Numbers beyond ASCII are compared by the program.
  add column stock_odd boolean generated always as (stock_number ~ '[^ -~]') stored;
create index vehicle_stock_key on vehicle (dealership_id, stock_key);
create index vehicle_stock_odd on vehicle (dealership_id) where stock_odd;

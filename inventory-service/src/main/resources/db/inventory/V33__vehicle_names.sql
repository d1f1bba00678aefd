-- Which makes, models and trims a dealership has: what the words of a search may mean. Read without
-- the table's rows. Takes the place of the index on make and model.
create index vehicle_names on vehicle (dealership_id, make, model, trim);
drop index vehicle_make_model;

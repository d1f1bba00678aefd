-- What the vehicle's cells say about closed sets of values, and where it was read. Rows from before
-- have none: it is computed when they are read, and stored with their next change.
alter table vehicle add column meaning jsonb;

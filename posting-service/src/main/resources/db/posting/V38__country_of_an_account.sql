-- The country of an account's marketplace, two letters; null: the dealership's own.
alter table fb_account add column country text check (country ~ '^[A-Z]{2}$');

-- A click whose effect is unknown while its account waits for its owner: the next attempt verifies it first.
alter table posting add column open_click_at timestamptz;

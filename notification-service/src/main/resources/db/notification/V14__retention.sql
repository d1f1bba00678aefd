-- For the deletion of what is old.
create index inbox_by_age on inbox (received_at);

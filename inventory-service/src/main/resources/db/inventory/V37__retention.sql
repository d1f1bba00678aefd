-- For the deletion of what is old, of all dealerships together.
call open_to_system('idempotency');
call open_to_system('vehicle_suggestion');
create index inbox_by_age on inbox using brin (received_at) with (autosummarize);

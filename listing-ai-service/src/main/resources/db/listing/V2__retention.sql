-- For the deletion of what is old.
create index inbox_by_age on inbox using brin (received_at) with (autosummarize);

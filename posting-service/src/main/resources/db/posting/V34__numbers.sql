-- The numbers of a month read what went live and what failed in it.
create index posting_by_posted on posting (dealership_id, posted_at) where posted_at is not null;
create index posting_by_failed on posting (dealership_id, updated_at) where status = 'FAILED';

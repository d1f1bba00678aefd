-- An account's slot says when the dispatcher is to look at it next, so that a look costs what is
-- due and not what waits. The tables' owner is bound by row-level security; for the move it is not.
alter table account_slot no force row level security;
alter table dispatch no force row level security;

-- Waiting jobs are no longer moved when an account's limits are reached: one moment per job.
update dispatch set due_at = wanted_at where due_at <> wanted_at;
alter table dispatch drop column wanted_at, drop column reserved;
drop index dispatch_due;
-- Posts wait for the limits, the other kinds do not: each has a queue of its own, in order.
create index dispatch_posts on dispatch (dealership_id, fb_account_id, due_at, job_id)
  where kind = 'POST';
create index dispatch_others on dispatch (dealership_id, fb_account_id, due_at, job_id)
  where kind <> 'POST';

-- next_look: not later than the moment at which a waiting job may run; null: nothing waits.
-- rest_until: the site wants a pause, posts wait until then.
alter table account_slot add column next_look timestamptz, add column rest_until timestamptz;
update account_slot s set next_look =
  (select min(d.due_at) from dispatch d
   where d.dealership_id = s.dealership_id and d.fb_account_id = s.fb_account_id);
create index account_slot_next_look on account_slot (next_look)
  where open and busy_job is null and next_look is not null;
-- Slots change with every job and are few: keep room in their pages, clean up early.
alter table account_slot set
  (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 500);

alter table account_slot force row level security;
alter table dispatch force row level security;

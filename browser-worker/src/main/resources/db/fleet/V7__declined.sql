-- A click that the site answered by not taking the listing: settled by looking, and never repeated.
alter table run drop constraint run_ending_check;
alter table run add constraint run_ending_check check (ending in
  ('FINISHED', 'HANDED_BACK', 'LOST', 'UNSETTLED', 'STOPPED', 'REFUSED', 'DECLINED', 'ABSENT', 'UNREADABLE'));

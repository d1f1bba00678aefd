-- A click that the site answered with a page which only the account's owner gets past.
alter table run drop constraint run_ending_check;
alter table run add constraint run_ending_check check (ending in
  ('FINISHED', 'HANDED_BACK', 'LOST', 'UNSETTLED', 'STOPPED', 'ABSENT', 'UNREADABLE'));

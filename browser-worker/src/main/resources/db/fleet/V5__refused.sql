-- A click that the site answered with a limit: what it did is settled by looking, as after any other click.
alter table run drop constraint run_ending_check;
alter table run add constraint run_ending_check check (ending in
  ('FINISHED', 'HANDED_BACK', 'LOST', 'UNSETTLED', 'STOPPED', 'REFUSED', 'ABSENT', 'UNREADABLE'));

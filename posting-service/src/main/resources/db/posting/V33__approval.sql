-- A posting that waits for a manager's yes; its vehicle is occupied meanwhile.
alter table posting drop constraint posting_status_check;
alter table posting add constraint posting_status_check check (status in
  ('QUEUED', 'AWAITING_APPROVAL', 'GENERATING', 'READY', 'POSTING', 'PUBLISHING', 'POSTED', 'FAILED', 'CANCELLED',
   'DELETED', 'NEEDS_LOGIN', 'NEEDS_REVIEW'));
alter table posting alter column active set expression as
  (status in ('QUEUED', 'AWAITING_APPROVAL', 'GENERATING', 'READY', 'POSTING', 'PUBLISHING', 'POSTED', 'NEEDS_LOGIN',
   'NEEDS_REVIEW'));

-- A live listing may be renewed where the site offers it.
alter table dispatch drop constraint dispatch_kind_check;
alter table dispatch add constraint dispatch_kind_check
  check (kind in ('POST', 'REMOVE', 'EDIT', 'RENEW', 'VALIDATE', 'CHECK_FORM', 'LOOK'));
alter table listing_change drop constraint listing_change_kind_check;
alter table listing_change add constraint listing_change_kind_check check (kind in ('REMOVE', 'EDIT', 'RENEW'));

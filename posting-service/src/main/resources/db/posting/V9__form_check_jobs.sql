-- Checks of forms are a kind of job of their own; until now they waited as VALIDATE.
alter table dispatch drop constraint dispatch_kind_check;
alter table dispatch add constraint dispatch_kind_check
  check (kind in ('POST', 'REMOVE', 'EDIT', 'VALIDATE', 'CHECK_FORM'));

-- Waiting ones of all dealerships: the owner of the tables must see them.
alter table dispatch no force row level security;
alter table form_check no force row level security;
update dispatch d set kind = 'CHECK_FORM' from form_check f
  where f.dealership_id = d.dealership_id and f.id = d.job_id and d.kind = 'VALIDATE';
alter table form_check force row level security;
alter table dispatch force row level security;

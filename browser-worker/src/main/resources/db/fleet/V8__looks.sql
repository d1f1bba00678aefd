-- A sixth kind of job: a look at the account's listings, which changes nothing.
alter table job
  drop constraint job_kind_check,
  add constraint job_kind_check check (kind in ('POST', 'REMOVE', 'EDIT', 'VALIDATE', 'SIGN_IN', 'LOOK')),
  drop constraint job_about_a_listing,
  add constraint job_about_a_listing check (kind in ('VALIDATE', 'SIGN_IN', 'LOOK')
    or (posting_id is not null and vehicle_id is not null and marker is not null));
alter table run
  drop constraint run_purpose_check,
  add constraint run_purpose_check check
    (purpose in ('POST', 'REMOVE', 'EDIT', 'VALIDATE', 'SIGN_IN', 'WATCH', 'LOOK'));

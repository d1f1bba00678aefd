-- A seventh kind of job: a live listing is renewed.
alter table job
  drop constraint job_kind_check,
  add constraint job_kind_check check (kind in ('POST', 'REMOVE', 'EDIT', 'RENEW', 'VALIDATE', 'SIGN_IN', 'LOOK')),
  drop constraint job_outcome_check,
  add constraint job_outcome_check check
    (outcome in ('POSTED', 'REMOVED', 'EDITED', 'RENEWED', 'VALID', 'FAILED', 'NEEDS_LOGIN', 'NEEDS_REVIEW'));
alter table run
  drop constraint run_purpose_check,
  add constraint run_purpose_check check
    (purpose in ('POST', 'REMOVE', 'EDIT', 'RENEW', 'VALIDATE', 'SIGN_IN', 'WATCH', 'LOOK'));

-- Jobs of four kinds, and claims that cost the same however many jobs wait.

-- The owner is bound by row-level security too, and here sees all there is.
alter table job no force row level security;
alter table account_lease no force row level security;

alter table job
  add column kind text not null default 'POST' check (kind in ('POST', 'REMOVE', 'EDIT', 'VALIDATE')),
  add column task_id uuid,
  -- Place in the order of claims. Jobs of one dealership get places one after another, and a
  -- dealership that has none waiting begins where the others are: so none waits behind another's heap.
  add column turn bigint,
  alter column posting_id drop not null,
  alter column vehicle_id drop not null,
  alter column marker drop not null,
  drop constraint job_outcome_check,
  add constraint job_outcome_check check
    (outcome in ('POSTED', 'REMOVED', 'EDITED', 'VALID', 'FAILED', 'NEEDS_LOGIN', 'NEEDS_REVIEW')),
  add constraint job_about_a_listing check
    (kind = 'VALIDATE' or (posting_id is not null and vehicle_id is not null and marker is not null));
update job set task_id = posting_id, turn = seq;
alter table job
  alter column kind drop default,
  alter column task_id set not null,
  alter column turn set not null;

alter table run
  drop constraint run_purpose_check,
  add constraint run_purpose_check check (purpose in ('POST', 'REMOVE', 'EDIT', 'VALIDATE', 'LOOK'));

-- The turn of the account's first open job, null if it has none; and when that may be claimed: a dead
-- browser is waited out, a second look keeps its distance. Changed under the row's lock only.
alter table account_lease
  add column turn bigint,
  add column due timestamptz not null default '-infinity';
insert into account_lease (dealership_id, account_id, holder, fence, until)
  select distinct dealership_id, account_id, '', 0, '-infinity'::timestamptz from job where state <> 'DONE'
  on conflict do nothing;
update account_lease l set turn = first.turn, due = first.not_before
  from (select distinct on (dealership_id, account_id) dealership_id, account_id, turn, not_before
        from job where state <> 'DONE' order by dealership_id, account_id, seq) first
  where first.dealership_id = l.dealership_id and first.account_id = l.account_id;
alter table job drop column not_before;

alter table account_lease force row level security;
alter table job force row level security;

drop index job_open;
drop index account_lease_holder;
create index account_lease_turn on account_lease (turn) where turn is not null;
create index account_lease_until on account_lease (until);
-- How far the turns of a dealership's open jobs go.
create index job_open_of_dealership on job (dealership_id, turn) where state <> 'DONE';
-- What is old enough to be forgotten.
create index job_done on job (finished_at) where state = 'DONE';

-- By job, so that forgetting a run need not look through all evidence.
alter table evidence
  drop constraint evidence_dealership_id_run_id_fkey,
  add foreign key (dealership_id, job_id) references job;

call open_to_system('step');
call open_to_system('evidence');

-- The fleet: jobs, who may act for an account, what each run did, and what proves it.

create table job (
  dealership_id    uuid not null,
  job_id           text not null,
  -- Order of arrival; the jobs of one account run in it.
  seq              bigint generated always as identity,
  account_id       uuid not null,
  posting_id       uuid not null,
  vehicle_id       uuid not null,
  attempt          integer not null,
  marker           text not null,
  deadline_seconds integer not null check (deadline_seconds > 0),
  request          text not null,
  traceparent      text,
  state            text not null default 'WAITING' check (state in ('WAITING', 'RUNNING', 'SETTLING', 'DONE')),
  -- Not to be claimed before: a dead browser is waited out, a second look keeps its distance.
  not_before       timestamptz not null default clock_timestamp(),
  outcome          text check (outcome in ('POSTED', 'FAILED', 'NEEDS_LOGIN', 'NEEDS_REVIEW')),
  accepted_at      timestamptz not null default clock_timestamp(),
  finished_at      timestamptz,
  primary key (dealership_id, job_id),
  check ((state = 'DONE') = (outcome is not null))
);
create index job_open on job (seq) where state <> 'DONE';
create index job_open_of_account on job (dealership_id, account_id, seq) where state <> 'DONE';
call protect('job');
call open_to_system('job');

-- Who acts for an account, on this database's clock. The fence rises with every new holder.
create table account_lease (
  dealership_id uuid not null,
  account_id    uuid not null,
  holder        text not null,
  fence         bigint not null,
  until         timestamptz not null,
  primary key (dealership_id, account_id)
);
create index account_lease_holder on account_lease (holder);
call protect('account_lease');
call open_to_system('account_lease');

create table run (
  dealership_id uuid not null,
  run_id        uuid not null,
  job_id        text not null,
  account_id    uuid not null,
  purpose       text not null check (purpose in ('POST', 'LOOK')),
  number        integer not null,
  fence         bigint not null,
  holder        text not null,
  host          text not null,
  folder        text not null,
  process_group bigint,
  started_at    timestamptz not null default clock_timestamp(),
  -- Until when the holder's lease was good: what a browser that cannot be killed is waited out from.
  lease_until   timestamptz not null,
  -- The intent is committed before the click; from then on only evidence moves the state.
  intent_at     timestamptz,
  clicked_at    timestamptz,
  ending        text check (ending in ('FINISHED', 'HANDED_BACK', 'LOST', 'UNSETTLED', 'ABSENT', 'UNREADABLE')),
  remark        text,
  ended_at      timestamptz,
  primary key (dealership_id, run_id),
  unique (dealership_id, job_id, number),
  foreign key (dealership_id, job_id) references job,
  check ((ending is null) = (ended_at is null))
);
call protect('run');
call open_to_system('run');

create table step (
  dealership_id uuid not null,
  run_id        uuid not null,
  step          integer not null,
  message       text not null,
  elapsed_ms    bigint not null,
  reached_at    timestamptz not null default clock_timestamp(),
  primary key (dealership_id, run_id, step),
  foreign key (dealership_id, run_id) references run
);
call protect('step');

create table evidence (
  dealership_id uuid not null,
  job_id        text not null,
  kind          text not null check (kind in ('form', 'confirmation', 'failure')),
  run_id        uuid not null,
  key           text not null,
  sha256        text not null,
  taken_at      timestamptz not null,
  primary key (dealership_id, job_id, kind),
  foreign key (dealership_id, run_id) references run
);
call protect('evidence');

-- What a live listing shows otherwise than was ordered, by field; of the last look.
create table listing_difference (
  dealership_id uuid not null,
  posting_id    uuid not null,
  field         text not null,
  wanted        text not null,
  found         text not null,
  seen_at       timestamptz not null,
  primary key (dealership_id, posting_id, field),
  foreign key (dealership_id, posting_id) references posting (dealership_id, id)
);
call protect('listing_difference');

-- The empty form as a worker saw it against the map of its language; nothing is posted for it.
create table form_check (
  dealership_id uuid not null,
  id            uuid not null,
  fb_account_id uuid not null,
  state         text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'NEEDS_LOGIN')),
  attempts      integer not null default 0,
  asked_at      timestamptz not null,
  ended_at      timestamptz,
  error         text,
  report        jsonb,
  picture       text,
  primary key (dealership_id, id),
  foreign key (dealership_id, fb_account_id) references fb_account (dealership_id, id)
);
create index form_check_of_account on form_check (dealership_id, fb_account_id, asked_at desc);
call protect('form_check');

-- Pictures are kept for thirty days; the worker deletes them, their rows go when newer ones come.
create index evidence_by_age on evidence (dealership_id, taken_at);

-- Sessions that the extension seals in its owner's browser. CHECKING is now stored too: such an account gets no turn
-- until a check at the site has seen its session.
alter table fb_account
  -- Sealed outside the services, and no check has seen it yet: the worker asks whose it is.
  add column unseen boolean not null default false,
  drop constraint fb_account_state_check,
  add constraint fb_account_state_check check (state in ('VALID', 'CHECKING', 'NEEDS_LOGIN', 'DISCONNECTED'));

-- The permission to seal one session for one account, used once.
create table sealing (
  dealership_id uuid not null,
  id            uuid not null,
  user_id       uuid not null,
  -- The account it is for, or the one that is to be.
  fb_account_id uuid not null,
  label         text not null,
  -- Who the extension says the owner is; the worker that opens the session checks it.
  account_ref   text not null,
  identity_hash text not null,
  -- Only until it is used: elsewhere this is kept under a key.
  fingerprint   text,
  until         timestamptz not null,
  -- Hash of what was delivered: no sealed session is taken twice.
  mark          bytea,
  primary key (dealership_id, id),
  unique (dealership_id, mark),
  check ((mark is null) = (fingerprint is not null))
);
create index sealing_unused on sealing (dealership_id, user_id) where mark is null;
call protect('sealing');

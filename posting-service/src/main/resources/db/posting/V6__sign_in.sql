-- Owners who sign in by live view: in a browser of the fleet that is shown to them.
create table sign_in (
  dealership_id uuid not null,
  id            uuid not null,
  -- Whose browser it is: the account's, or of the one that is to be.
  account_id    uuid not null,
  -- CONNECT: whoever signs in is connected. RENEW: that account. CONTINUE: a job of it waits for its owner.
  purpose       text not null check (purpose in ('CONNECT', 'RENEW', 'CONTINUE')),
  label         text not null,
  -- Who asked for it last; what is done there is done in this name.
  user_id       uuid,
  state         text not null check (state in ('WAITING', 'OPEN', 'SIGNED_IN', 'FAILED', 'CANCELLED')),
  reason        text,
  -- The worker that has the browser.
  worker_url    text,
  -- Who signed in.
  fb_account_id uuid,
  -- The one ticket that opens the view, once.
  ticket_hash   bytea,
  ticket_until  timestamptz,
  created_at    timestamptz not null,
  until         timestamptz not null,
  ended_at      timestamptz,
  primary key (dealership_id, id),
  check ((state in ('WAITING', 'OPEN')) = (ended_at is null))
);
create unique index sign_in_open on sign_in (dealership_id, account_id) where ended_at is null;
create index sign_in_of_account on sign_in (dealership_id, account_id, created_at desc);
create unique index sign_in_ticket on sign_in (dealership_id, ticket_hash) where ticket_hash is not null;
call protect('sign_in');

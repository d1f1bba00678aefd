-- Failures count in lanes: an e-mail at an address, at a device, at all strangers' addresses. Only
-- hashes are kept.
alter table login_attempt rename column email_hash to lane;

-- Devices and addresses that a person signed in from. The e-mail may belong to nobody, and only
-- hashes are kept.
create table known_source (
  email_hash  bytea not null,
  source_hash bytea not null,
  seen_at     timestamptz not null,
  primary key (email_hash, source_hash)
);
alter table known_source enable row level security;
alter table known_source force row level security;
call open_to_system('known_source');

alter table audit_event add column user_agent text;
-- What was recorded stays: the service adds entries and reads them.
revoke update, delete on audit_event from ${schema}_app, ${schema}_system;

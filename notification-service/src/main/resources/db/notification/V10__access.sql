-- What a socket's holder may lose before the token ends.
alter table ws_ticket
  add column session_id uuid,
  add column access_version integer not null default 0;

-- Where each token of a session was issued to, so that a person can tell the sessions apart.
alter table refresh_token
  add column ip         text,
  add column user_agent text;

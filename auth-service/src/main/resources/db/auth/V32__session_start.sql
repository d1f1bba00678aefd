-- When the person signed in. The first token of a session is deleted when it has expired, so each
-- one carries it.
alter table refresh_token add column session_started_at timestamptz;
update refresh_token t
   set session_started_at = (
     select min(f.created_at) from refresh_token f where f.family = t.family);
alter table refresh_token alter column session_started_at set not null;

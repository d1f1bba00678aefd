-- Roles and schema of one service. Settings: lotview.schema, lotview.password; with
-- lotview.owner_password, the owner has that one.
-- owner: owns and migrates; app: the service's login, bound by row-level security;
-- system: no login, the app may switch to it for work across dealerships (dispatch, relay).
do $$
declare
  s text := current_setting('lotview.schema');
  p text := current_setting('lotview.password');
  o text := coalesce(nullif(current_setting('lotview.owner_password', true), ''), p);
  r text;
begin
  foreach r in array array[s || '_owner', s || '_app'] loop
    if not exists (select from pg_roles where rolname = r) then
      execute format('create role %I login nosuperuser nobypassrls nocreatedb nocreaterole', r);
    end if;
    execute format('alter role %I password %L', r, case when r = s || '_owner' then o else p end);
    execute format('alter role %I set search_path = %I', r, s);
    execute format('grant connect on database %I to %I', current_database(), r);
  end loop;
  r := s || '_system';
  if not exists (select from pg_roles where rolname = r) then
    execute format('create role %I nologin nosuperuser nobypassrls', r);
  end if;
  execute format('grant %I to %I with inherit false, set true', r, s || '_app');
  execute format('create schema if not exists %I authorization %I', s, s || '_owner');
  execute format('grant usage on schema %I to %I, %I', s, s || '_app', r);
  execute format('alter default privileges for role %I in schema %I grant select, insert, update, delete on tables to %I, %I',
                 s || '_owner', s, s || '_app', r);
  execute format('alter default privileges for role %I in schema %I grant usage on sequences to %I, %I',
                 s || '_owner', s, s || '_app', r);
end
$$;
revoke create on schema public from public;

-- Access tokens carry the version of their user. Each change of what a user may do raises it and
-- tells all services, in the transaction of the change: no code can forget it, nor can an operator.
alter table app_user add column access_version integer not null default 0;

create function revoke_access(p_dealership uuid, p_user uuid, p_session uuid, p_version integer)
returns void language sql set search_path = ${schema} as $$
  select outbox_append(gen_random_uuid(), 'access.revoked', p_user::text, 'access.revoked', null,
    json_build_object('dealershipId', p_dealership, 'userId', p_user,
                      'sessionId', p_session, 'version', p_version)::text)
$$;

create function user_access_changed() returns trigger language plpgsql
set search_path = ${schema} as $$
begin
  if tg_op = 'DELETE' then
    perform revoke_access(old.dealership_id, old.id, null, old.access_version + 1);
    return old;
  end if;
  new.access_version := greatest(new.access_version, old.access_version + 1);
  perform revoke_access(new.dealership_id, new.id, null, new.access_version);
  return new;
end
$$;
create trigger access_changed before update on app_user for each row
  when (old.role <> new.role or old.active <> new.active or old.password_hash <> new.password_hash
        or old.access_version <> new.access_version)
  execute function user_access_changed();
create trigger access_deleted before delete on app_user for each row
  execute function user_access_changed();

create function dealership_access_changed() returns trigger language plpgsql
set search_path = ${schema} as $$
begin
  update app_user set access_version = access_version + 1 where dealership_id = new.id;
  return null;
end
$$;
create trigger access_changed after update on dealership for each row
  when (old.active <> new.active) execute function dealership_access_changed();

-- A family ends with many of its tokens at once: one event for it.
create function session_ended() returns trigger language plpgsql set search_path = ${schema} as $$
begin
  perform revoke_access(f.dealership_id, f.user_id, f.family, null)
     from (select distinct n.dealership_id, n.user_id, n.family
             from after_change n join before_change o using (id)
            where o.revoked_at is null and n.revoked_at is not null) f;
  return null;
end
$$;
create trigger session_ended after update on refresh_token
  referencing old table as before_change new table as after_change
  for each statement execute function session_ended();

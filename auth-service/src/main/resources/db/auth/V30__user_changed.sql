-- Other services know whom a dealership has and what they may do. As access.revoked: told in the
-- transaction of the change, so neither code nor an operator's SQL can forget it.
create function user_body(p_user app_user) returns text language sql set search_path = ${schema} as $$
  select json_build_object(
    'userId', p_user.id, 'dealershipId', p_user.dealership_id, 'role', p_user.role,
    'active', p_user.active and p_user.password_hash is not null
              and coalesce((select active from dealership where id = p_user.dealership_id), false))::text
$$;

create function tell_user() returns trigger language plpgsql set search_path = ${schema} as $$
declare
  told app_user := coalesce(new, old);
begin
  if tg_op = 'DELETE' then
    told.active := false;
  end if;
  perform outbox_append(gen_random_uuid(), 'user.changed', told.id::text, 'user.changed', null,
    user_body(told));
  return null;
end
$$;
create trigger user_told after insert or delete on app_user for each row
  execute function tell_user();
-- The version rises with each change of role, password or activity, also of the dealership (V11).
create trigger user_changed_told after update on app_user for each row
  when (old.access_version <> new.access_version
        or (old.password_hash is null) <> (new.password_hash is null))
  execute function tell_user();

-- Those who are there already. The owner sees them only while row-level security does not bind it;
-- nobody else sees more, and the tables are locked until the end of this migration.
alter table app_user no force row level security;
alter table dealership no force row level security;
insert into outbox (id, topic, key, type, payload)
  select gen_random_uuid(), 'user.changed', u.id::text, 'user.changed', user_body(u) from app_user u;
alter table app_user force row level security;
alter table dealership force row level security;

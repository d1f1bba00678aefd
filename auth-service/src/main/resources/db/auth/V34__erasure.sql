-- Erasure of a person: the row stays with its id, because postings and audit entries name it.
alter table app_user
  alter column email drop not null,
  add column erased_at timestamptz,
  add constraint app_user_erased check (
    case when erased_at is null then email is not null
         else email is null and password_hash is null and not active end);

create or replace function user_body(p_user app_user) returns text language sql
set search_path = ${schema} as $$
  select json_build_object(
    'userId', p_user.id, 'dealershipId', p_user.dealership_id, 'role', p_user.role,
    'active', p_user.active and p_user.password_hash is not null
              and coalesce((select active from dealership where id = p_user.dealership_id), false),
    'erased', p_user.erased_at is not null)::text
$$;

-- The changes without what they say of a person: values of the person's own fields, and values that
-- hold one of the words. That there was a value stays visible.
create function changes_without(p_changes jsonb, p_own boolean, p_words text[]) returns jsonb
language sql immutable set search_path = ${schema} as $$
  select coalesce(jsonb_agg(
    case when (p_own and c ->> 'field' in ('email', 'firstName', 'lastName'))
           or exists (select from unnest(p_words) word
                       where strpos(lower(concat_ws(' ', c ->> 'from', c ->> 'to')), word) > 0)
         then c || jsonb_build_object(
           'from', case when c ->> 'from' is not null then '(erased)' end,
           'to', case when c ->> 'to' is not null then '(erased)' end)
         else c end order by n), '[]')
    from jsonb_array_elements(p_changes) with ordinality as change (c, n)
$$;

-- The service may not change an entry (V10). This function can, and only so far: it removes a
-- person who is deactivated. The policies of the tables bind the owner too, so it sees the
-- dealership of the transaction alone.
create function erase_from_audit(p_user uuid) returns void language plpgsql security definer
set search_path = ${schema}, pg_temp as $$
declare
  person app_user;
  words  text[];
begin
  select * into strict person from app_user where id = p_user and not active;
  -- A first name alone is a word of many texts.
  words := array_remove(array[
    lower(person.email),
    case when person.erased_at is null and trim(person.first_name) <> '' and trim(person.last_name) <> ''
         then lower(trim(person.first_name) || ' ' || trim(person.last_name)) end], null);
  update audit_event
     set ip = case when user_id is distinct from p_user then ip end,
         user_agent = case when user_id is distinct from p_user then user_agent end,
         changes = changes_without(changes, subject = 'user/' || p_user, words)
   where user_id = p_user or subject = 'user/' || p_user
      or exists (select from unnest(words) word where strpos(lower(changes::text), word) > 0);
end
$$;
revoke execute on function erase_from_audit(uuid) from public;
grant execute on function erase_from_audit(uuid) to ${schema}_app;

-- Entries end. Whatever the service is set to, or does wrong, none is deleted within 90 days.
create policy old_seen on audit_event for select to ${schema}_system
  using (at < clock_timestamp() - interval '90 days');
create policy old_deleted on audit_event for delete to ${schema}_system
  using (at < clock_timestamp() - interval '90 days');
grant delete on audit_event to ${schema}_system;
create index audit_event_by_age on audit_event using brin (at) with (autosummarize);

-- For the deletion of what is old.
create index inbox_by_age on inbox using brin (received_at) with (autosummarize);
create index refresh_token_by_end on refresh_token (expires_at);
create index known_source_by_age on known_source (seen_at);

-- What a list of postings is searched in, in lower case. The snapshot does not change its vehicle's
-- names without a new order, and a title comes once: so the column is written seldom.
alter table posting add column search_text text not null generated always as (lower(
  coalesce(snapshot -> 'vehicle' ->> 'year', '') || ' ' ||
  coalesce(snapshot -> 'vehicle' ->> 'make', '') || ' ' ||
  coalesce(snapshot -> 'vehicle' ->> 'model', '') || ' ' ||
  coalesce(snapshot -> 'vehicle' ->> 'trim', '') || ' ' ||
  coalesce(snapshot -> 'vehicle' ->> 'stockNumber', '') || ' ' ||
  coalesce(snapshot -> 'vehicle' ->> 'vin', '') || ' ' ||
  coalesce(title, ''))) stored;

-- Lists and the calendar by the moment of the start, and those of one person.
create index posting_by_start on posting (dealership_id, (coalesce(scheduled_for, created_at)), id);
create index posting_by_user on posting (dealership_id, user_id, id desc);

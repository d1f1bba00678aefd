-- A database that is restored, or whose place a replica took that was behind, has forgotten what came last. PostgreSQL
-- numbers its histories (timelines). Each posting keeps the one under which it was ordered or last handed to the fleet.

-- With the numbers of the server and the table: a dump that is read back has the timeline of the server it is read into.
-- Not pg_control_checkpoint(): it has the old timeline until the first checkpoint after a promotion.
create function database_timeline() returns text language sql stable as $$
  select (select system_identifier from pg_control_system()) || '.' || '${schema}.posting'::regclass::oid || '.'
    || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8)
$$;

create table database_history (
  timeline   text primary key,
  -- When it was first used here: the one before was gone by then.
  noticed_at timestamptz not null default clock_timestamp()
);
insert into database_history (timeline, noticed_at) values (database_timeline(), '-infinity');

alter table posting add column database_timeline text not null default database_timeline();

-- An import is a job: its file waits in the object store, a runner takes it by lease, and the position
-- moves in the transaction of each batch, so that a crash neither loses nor repeats a row.
alter table import_job
  add column state       text not null default 'DONE'
    check (state in ('WAITING', 'RUNNING', 'DONE', 'REFUSED', 'CANCELLED')),
  add column dry_run     boolean not null default false,
  add column missing     text not null default 'KEEP',
  add column relist      boolean not null default false,
  add column bytes       bigint not null default 0,
  add column position    integer not null default 0,   -- rows that are done
  add column refusal     text,                         -- why nothing of the file was taken
  add column about       jsonb not null default '[]',  -- what holds for the file as a whole
  add column unknown     jsonb not null default '[]',  -- columns that were not understood
  add column attempt     integer not null default 0,   -- fence: rises with each lease holder
  add column lease_until timestamptz;
create index import_job_open on import_job (started_at) where state in ('WAITING', 'RUNNING');
create index import_job_history on import_job (dealership_id, started_at desc, id);
call open_to_system('import_job');

-- What was said of the row: column, value, reason, suggestion.
alter table import_row
  add column notes jsonb not null default '[]',
  alter column warnings set default '{}';

-- The waiting list holds jobs of every kind, not only postings: removals, edits, session checks.
alter table dispatch drop constraint dispatch_dealership_id_posting_id_fkey;
alter table dispatch rename column posting_id to job_id;
alter table dispatch add column kind text not null default 'POST'
  check (kind in ('POST', 'REMOVE', 'EDIT', 'VALIDATE'));
alter table dispatch alter column kind drop default;

alter table account_slot rename column busy_posting to busy_job;

-- Metrics count across dealerships. Of accounts and their posts the system role sees only what is
-- counted: no session, no name.
create policy counted on fb_account for select to ${schema}_system using (true);
revoke all on fb_account from ${schema}_system;
grant select (state) on fb_account to ${schema}_system;
create policy counted on post_slot for select to ${schema}_system using (true);
revoke all on post_slot from ${schema}_system;
grant select (at) on post_slot to ${schema}_system;

create index fb_account_by_state on fb_account (state);
create index post_slot_by_time on post_slot (at);
-- What is neither live nor ended is a small part of all postings.
create index posting_open on posting (status) where active and status <> 'POSTED';
create index account_slot_resting on account_slot (rest_until) where rest_until is not null;

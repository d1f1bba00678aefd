-- Who may post through an account: everybody, or these people. Managers always may.
-- version: counts the changes that people make, for If-Match; a session check is none.
alter table fb_account
  add column restricted boolean not null default false,
  add column version    bigint  not null default 0;

create table fb_account_user (
  dealership_id uuid not null,
  fb_account_id uuid not null,
  user_id       uuid not null,
  primary key (dealership_id, fb_account_id, user_id),
  foreign key (dealership_id, fb_account_id) references fb_account (dealership_id, id)
);
call protect('fb_account_user');

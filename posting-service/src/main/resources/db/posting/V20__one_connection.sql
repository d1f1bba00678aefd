-- One Facebook account is connected once in the whole system: the limits and the browser are one
-- person's, whichever dealership uses them. A unique key sees the rows of all tenants; nobody else
-- does. The hash is keyed, so that it says nothing without this database.
create table identity_key (
  only_one boolean primary key default true check (only_one),
  key      bytea not null
);
insert into identity_key (key)
values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

create table connected_identity (
  identity_hash bytea primary key,
  dealership_id uuid not null,
  fb_account_id uuid not null,
  unique (dealership_id, fb_account_id),
  foreign key (dealership_id, fb_account_id) references fb_account (dealership_id, id)
);
call protect('connected_identity');

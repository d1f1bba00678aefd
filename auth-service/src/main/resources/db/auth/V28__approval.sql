-- Whether a manager must say yes before a salesperson's posting goes to the fleet.
alter table dealership add column approval_required boolean not null default false;

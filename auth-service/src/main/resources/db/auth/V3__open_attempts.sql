-- A try whose password is still being checked: it counts as a failure, but its success takes it back.
alter table login_attempt add column open boolean not null default false;

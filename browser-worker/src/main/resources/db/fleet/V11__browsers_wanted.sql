-- How many browsers the fleet could use now: one for each account at work, and for each account whose first open job may
-- be claimed. An account at work counts, so that it is never a reason to end a worker.
create function browsers_wanted() returns bigint language sql stable
  return (select count(*) from account_lease
    where turn is not null and (until > statement_timestamp() or due <= statement_timestamp()));

-- Whoever scales the fleet asks this as a role of its own, which deploy/postgres/scaler.sql makes: it sees three columns
-- of one table. The service's role sees no row here without a dealership. Called again by scaler.sql, since the role may
-- be made before the tables or after them.
create procedure open_to_scaler() language plpgsql as $$
begin
  if exists (select from pg_roles where rolname = '${schema}_scaler') then
    drop policy if exists scaler on ${schema}.account_lease;
    create policy scaler on ${schema}.account_lease for select to ${schema}_scaler using (true);
    grant select (turn, due, until) on ${schema}.account_lease to ${schema}_scaler;
  end if;
end
$$;
call open_to_scaler();

-- The login role with which the scaler (KEDA) asks how many browsers the fleet could use. Run by the superuser, before
-- the fleet's migrations or after them; again to change the password. Setting: lotview.scaler_password.
do $$
begin
  if not exists (select from pg_roles where rolname = 'fleet_scaler') then
    create role fleet_scaler login nosuperuser nobypassrls nocreatedb nocreaterole connection limit 4;
  end if;
  execute format('alter role fleet_scaler password %L', current_setting('lotview.scaler_password'));
  alter role fleet_scaler set search_path = fleet;
  alter role fleet_scaler set default_transaction_read_only = on;
  alter role fleet_scaler set statement_timeout = '2s';
  execute format('grant connect on database %I to fleet_scaler', current_database());
  grant usage on schema fleet to fleet_scaler;
  if to_regproc('fleet.open_to_scaler') is not null then
    call fleet.open_to_scaler();
  end if;
end
$$;

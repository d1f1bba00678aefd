#!/bin/sh
# Run once by the database's container, or by a job of Kubernetes: roles and schema of each service, each role with a
# password of its own: AUTH_OWNER_PASSWORD, AUTH_APP_PASSWORD and so on. With FLEET_SCALER_PASSWORD also the role of the
# fleet's scaler.
set -eu
run() {
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" "$@"
}
for schema in auth inventory posting listing fleet notification gateway; do
  name=$(echo "$schema" | tr "[:lower:]" "[:upper:]")
  eval "owner=\$${name}_OWNER_PASSWORD app=\$${name}_APP_PASSWORD"
  run \
    -c "set lotview.schema = '$schema'" \
    -c "set lotview.owner_password = '$owner'" \
    -c "set lotview.password = '$app'" \
    -f /provision/provision.sql
done
if [ -n "${FLEET_SCALER_PASSWORD:-}" ]; then
  run -c "set lotview.scaler_password = '$FLEET_SCALER_PASSWORD'" -f /provision/scaler.sql
fi

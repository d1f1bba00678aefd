#!/bin/sh
# Run once by the database's container: roles and schema of each service.
set -eu
for schema in auth inventory posting listing fleet notification gateway; do
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
    -c "set lotview.schema = '$schema'" \
    -c "set lotview.password = '$SERVICE_DATABASE_PASSWORD'" \
    -f /provision/provision.sql
done

#!/usr/bin/env bash
# Prints the secrets of an installation, of a file that ./lotview keys made:
#   deploy/kubernetes/secrets.sh .env | kubectl apply --namespace lotview -f -
# DATABASE_ADDRESS: host:port/database, where it is not the PostgreSQL of overlays/small. Lines that may be added to the
# file: JWT_OTHER_KEYS, MAIL_PASSWORD, ANTHROPIC_API_KEY, LOTVIEW_PROXIES, FLEET_SCALER_PASSWORD.
set -euo pipefail
[ $# -eq 1 ] || { echo "usage: $0 FILE" >&2; exit 2; }
address=${DATABASE_ADDRESS:-postgres:5432/lotview}
declare -A env
while IFS= read -r line || [ -n "$line" ]; do
  case $line in ''|'#'*) ;; *=*) env[${line%%=*}]=${line#*=} ;; esac
done < "$1"

need() {
  [ -n "${env[$1]:-}" ] || { echo "$1 is not in the file" >&2; exit 1; }
}
secret() {
  printf -- '---\napiVersion: v1\nkind: Secret\nmetadata:\n  name: lotview-%s\n  labels: {app.kubernetes.io/part-of: lotview}\nstringData:\n' "$1"
}
# A string of JSON is one of YAML.
entry() {
  local value=${2//\\/\\\\}
  printf '  %s: "%s"\n' "$1" "${value//\"/\\\"}"
}
# Variables of the file under their own names; key=VARIABLE under another one.
take() {
  local item
  for item; do
    need "${item#*=}"
    entry "${item%%=*}" "${env[${item#*=}]}"
  done
}
# Those that may be missing.
may() {
  local name
  for name; do [ -z "${env[$name]:-}" ] || entry "$name" "${env[$name]}"; done
}
database() { # key, schema, owner or app
  local password=${2^^}_${3^^}_PASSWORD
  need "$password"
  entry "$1" "postgresql://$2_$3:${env[$password]}@$address"
}
service() { # name, schema
  secret "$1"
  database DATABASE_URL "$2" app
}
storage() {
  entry S3_ACCESS_KEY "${env[S3_ACCESS_KEY]:-lotview}"
  take S3_SECRET_KEY
}

service auth auth
take KAFKA_PASSWORD=KAFKA_PASSWORD_AUTH JWT_PRIVATE_KEY SERVICE_CLIENTS BOOTSTRAP_GM_PASSWORD
may JWT_OTHER_KEYS TWO_FACTOR_KEY MAIL_PASSWORD
service inventory inventory
take KAFKA_PASSWORD=KAFKA_PASSWORD_INVENTORY SERVICE_SECRET=SERVICE_SECRET_INVENTORY
may FEED_ENCRYPTION_KEY
storage
service posting posting
take KAFKA_PASSWORD=KAFKA_PASSWORD_POSTING SERVICE_SECRET=SERVICE_SECRET_POSTING FB_SESSION_SEAL_KEY
storage
service listing listing
take KAFKA_PASSWORD=KAFKA_PASSWORD_LISTING SERVICE_SECRET=SERVICE_SECRET_LISTING
may ANTHROPIC_API_KEY
service notification notification
take KAFKA_PASSWORD=KAFKA_PASSWORD_NOTIFICATION SERVICE_SECRET=SERVICE_SECRET_NOTIFICATION
may WEBHOOK_ENCRYPTION_KEY
service gateway gateway
take SERVICE_SECRET=SERVICE_SECRET_GATEWAY
service worker fleet
take KAFKA_PASSWORD=KAFKA_PASSWORD_WORKER SERVICE_SECRET=SERVICE_SECRET_WORKER FB_SESSION_SEAL_KEY
take FB_SESSION_ENCRYPTION_KEY
may LOTVIEW_PROXIES
storage

schemas=(auth inventory posting listing fleet notification gateway)
for schema in "${schemas[@]}"; do
  secret "migrate-$schema"
  database DATABASE_MIGRATION_URL "$schema" owner
done
users=(AUTH INVENTORY POSTING LISTING NOTIFICATION WORKER READER)
secret provision-kafka
take KAFKA_PASSWORD=KAFKA_SUPERUSER_PASSWORD "${users[@]/#/KAFKA_PASSWORD_}"

# For the servers of overlays/small only.
secret provision-postgres
take POSTGRES_PASSWORD
for schema in "${schemas[@]}"; do take "${schema^^}_OWNER_PASSWORD" "${schema^^}_APP_PASSWORD"; done
may FLEET_SCALER_PASSWORD
secret postgres
take POSTGRES_PASSWORD
secret kafka
password=${env[KAFKA_SUPERUSER_PASSWORD]}
entry PLAIN_SASL_JAAS_CONFIG "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"kafka\" password=\"$password\" user_kafka=\"$password\";"
secret objects
take S3_SECRET_KEY

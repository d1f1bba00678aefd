# shellcheck shell=bash
# ./lotview test containers: the images, built and run by podman as docs/containers.md says.

HARDENED=(--read-only --cap-drop=all --security-opt no-new-privileges)
WORKER_MEMORY=1792m

containers() {
  [ "$(id -u)" = 0 ] || die "run it as root: sudo ./lotview test containers (podman makes a network and limits memory)"
  command -v podman >/dev/null || need_packages podman podman runc netavark aardvark-dns iptables uidmap catatonit
  build
  (
    NAME=lotview-test-$$ WORK=$(mktemp -d "${TMPDIR:-/tmp}/lotview-containers.XXXXXX") CONTAINERS=()
    trap 'clean_up' EXIT
    trap 'exit 130' INT TERM
    # The containers' files below it; secrets only for root.
    chmod 711 "$WORK"
    for file in all owner worker compose; do install -m 600 /dev/null "$WORK/$file.env"; done
    configure_podman
    base=$(base_image)
    LOTVIEW_ENGINE=podman images --base "$base"
    VERSION=$(project_version)
    check_images
    start_system
    migrate_fleet
    a_worker_posts
    without_profile "podman's own profile"
    node "$ROOT/deploy/seccomp/derive.mjs" "$(podmans_profile)" --strict >"$WORK/strict.json"
    without_profile "a profile as strict as Docker's" --security-opt seccomp="$WORK/strict.json"
    compose_posts
    say "The images do what they must."
  )
}

# Old control groups need runc, and podman's default limits are more than root may ask for in some machines.
configure_podman() {
  [ -z "${CONTAINERS_CONF:-}" ] || return 0
  export CONTAINERS_CONF=$WORK/containers.conf
  printf '[containers]\ndefault_ulimits=["nofile=20000:20000","nproc=20000:20000"]\n' >"$CONTAINERS_CONF"
  [ -f /sys/fs/cgroup/cgroup.controllers ] || printf '[engine]\nruntime="runc"\n' >>"$CONTAINERS_CONF"
}

# Debian's own image where a registry can be reached, else one made of Debian's packages.
base_image() {
  local own=localhost/lotview/base:trixie
  if podman image exists $own; then echo $own; return; fi
  if timeout 60 podman pull -q docker.io/library/debian:trixie-slim >/dev/null 2>&1; then
    echo docker.io/library/debian:trixie-slim; return
  fi
  say "Making a base image of Debian trixie (two or three minutes) ..." >&2
  command -v mmdebstrap >/dev/null || need_packages mmdebstrap mmdebstrap >&2
  # What Debian's slim image leaves out too.
  local folder slim=()
  for folder in doc info locale man; do slim+=("--dpkgopt=path-exclude=/usr/share/$folder/*"); done
  slim+=('--dpkgopt=path-include=/usr/share/doc/*/copyright')
  mmdebstrap --quiet --variant=minbase --include=ca-certificates "${slim[@]}" trixie "$WORK/base.tar" >&2 || return 1
  podman import -q "$WORK/base.tar" $own >&2 || return 1
  rm "$WORK/base.tar"
  echo $own
}

# Nobody may become another user in them, and their profile is what deploy/seccomp/derive.mjs makes of podman's.
check_images() {
  local image
  for image in services worker; do
    say "Checking lotview/$image:$VERSION ($(podman image inspect --format '{{.Size}}' "lotview/$image:$VERSION" | awk '{printf "%d MB", $1 / 1e6}')) ..."
    podman run --rm --network=none "${HARDENED[@]}" --entrypoint sh "lotview/$image:$VERSION" -c '
      [ "$(id -u)" = 10001 ] || { echo "it runs as $(id -u)"; exit 1; }
      [ -z "$(find / -xdev -perm /6000 -type f 2>/dev/null)" ] || { echo "it has programs that change the user"; exit 1; }
      [ -z "$(find / -xdev -writable -type f -not -path "/proc/*" -not -path "/sys/*" 2>/dev/null)" ] || { echo "it has files that its user may write"; exit 1; }
    ' || die "lotview/$image is not as it must be"
  done
  local status=0
  podman run --rm --network=none "${HARDENED[@]}" "lotview/services:$VERSION" nothing 2>/dev/null || status=$?
  [ $status = 64 ] || die "/app/start ended with $status for a program that is not there"
  node "$ROOT/deploy/seccomp/derive.mjs" "$(podmans_profile)" >"$WORK/derived.json"
  cmp "$WORK/derived.json" "$ROOT/deploy/seccomp/chromium.json" || die "deploy/seccomp/chromium.json is not what derive.mjs makes; see deploy/seccomp/README.md"
}

podmans_profile() {
  local file
  for file in /usr/share/containers/seccomp.json /etc/containers/seccomp.json; do [ -f $file ] && { echo $file; return; }; done
  die "podman's default seccomp profile is not at /usr/share/containers/seccomp.json"
}

run() { # name arguments of podman run...
  local name=$NAME-$1; shift
  CONTAINERS+=("$name")
  podman run -d --name "$name" "$@" >/dev/null
}

# docker-compose.yml, container by container: servers, migrations, all services, a worker; then a vehicle is posted.
compose_posts() {
  say "Starting docker-compose.yml, with stand-ins for the servers of others ..."
  NETWORK=$NAME-compose
  podman build -q --pull=never --network=host -t "localhost/$NAME-stand-ins" -f - "$ROOT/scripts/stand-ins" >"$WORK/stand-ins.log" 2>&1 <<TEXT
FROM lotview/services:$VERSION
USER 0
RUN apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql-client unzip xz-utils \\
 && install -d -o 10001 /var/run/postgresql
USER 10001
TEXT
  podman network create --internal "$NETWORK" >/dev/null
  { "$JAVA_HOME/bin/java" "${JVM[@]}" -cp "$(class_path com.lotview.standalone.Keys)" com.lotview.standalone.Keys; echo LOTVIEW_PACE=none; } >"$WORK/compose.env"
  node "$ROOT/scripts/compose.mjs" "$NETWORK" "$WORK/compose.env" "localhost/$NAME-stand-ins"
  mkdir -p "$WORK/home/run"
  printf '%s\n' url=http://gateway:8080 sandbox=http://sandbox:9090 marketplace=http://sandbox:9090 email=gm@smith-auto.example \
    "password=$(sed -n 's/^BOOTSTRAP_GM_PASSWORD=//p' "$WORK/compose.env")" >"$WORK/home/run/ready.properties"
  chown -R 10001 "$WORK/home"
  demo_posts "$NETWORK" "$WORK/home:/data/h" 1
  no_owner_elsewhere
  remove_compose || true
}

# What the engine knows of the running containers, not what the file says.
no_owner_elsewhere() {
  local name
  for name in $(podman ps --format '{{.Names}}' --filter "name=^$NETWORK-"); do
    [ "$name" = "$NETWORK-postgres" ] || ! podman inspect --format '{{.Config.Env}}' "$name" | grep -q '_owner:' ||
      die "$name holds the password of a schema's owner"
  done
}

remove_compose() {
  podman ps -aq --filter "name=^$NAME-compose-" | xargs -r podman rm -f -t 0 >/dev/null 2>&1
  podman network rm -f "$NAME-compose" >/dev/null 2>&1
  podman volume ls -q --filter "name=^$NAME-compose-" | xargs -r podman volume rm -f >/dev/null 2>&1
  podman rmi -f "localhost/$NAME-stand-ins" >/dev/null 2>&1
}

# The demo in a container of the network: it imports, connects an account, orders and asks the ledger.
demo_posts() { # network home vehicles
  local said
  said=$(podman run --rm --network "$1" "${HARDENED[@]}" --tmpfs /tmp -v "$2" -v "$ROOT/standalone/target:/standalone:ro" \
    -e LOTVIEW_HOME=/data/h -e LOTVIEW_PACE=none --entrypoint java "lotview/worker:$VERSION" "${STANDALONE[@]:1}" -Dlotview.log=/tmp/demo.log \
    -cp "$(inner_class_path)" com.lotview.standalone.demo.Demo --vehicles "$3" 2>&1) || { printf '%s\n' "$said" | tail -20 >&2; die "the worker in the container posted nothing"; }
  printf '%s\n' "$said" | tail -5
  printf '%s\n' "$said" | grep -q '^POSTED ' || die "the worker in the container posted nothing"
}

STANDALONE=(java -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Djava.awt.headless=true)

# Everything but the worker, in one container. Its network has no way out, so podman adds no rules to the packet
# filter, which would slow the loopback interface of the whole machine.
start_system() {
  say "Starting the system in a network of its own ..."
  podman network create --internal --disable-dns "$NAME" >/dev/null
  podman volume create "$NAME" >/dev/null
  run system --network "$NAME" "${HARDENED[@]}" --tmpfs /tmp:exec,mode=1777 -v "$NAME:/data" \
    -v "$ROOT/standalone/target:/standalone:ro" -e LOTVIEW_HOME=/data/h --entrypoint tini "lotview/services:$VERSION" -- \
    "${STANDALONE[@]}" -Xmx768m -Dlotview.log=/data/system.log -cp "$(inner_class_path)" com.lotview.standalone.Standalone --no-worker
  wait_for 300 "the system" system_is_ready || { podman logs "$NAME-system" 2>&1 | grep -v '|-INFO' | tail -20 >&2; exit 1; }
}

system_is_ready() { podman logs "$NAME-system" 2>&1 | grep -q ' ready: '; }
inner_class_path() { echo "/standalone/lib/*:/standalone/$(basename "$(jar_of standalone)")"; }

wait_for() { # seconds what command...
  local until=$((SECONDS + $1)) what=$2; shift 2
  until "$@"; do
    [ $SECONDS -lt $until ] || { say "$what: waited in vain" >&2; return 1; }
    sleep 1
  done
}

# Its password of the owner goes to the migration only.
migrate_fleet() {
  say "Migrating the worker's schema ..."
  podman exec "$NAME-system" cat /data/h/run/worker.env >"$WORK/all.env"
  grep '^DATABASE_MIGRATION_URL=' "$WORK/all.env" >"$WORK/owner.env"
  grep -vE '^(PORT|LOTVIEW_WORKER_HOME|LOTVIEW_PARENT_PID|DATABASE_MIGRATION_URL)=' "$WORK/all.env" >"$WORK/worker.env"
  printf '%s\n' PORT=8086 DATABASE_MIGRATION_URL= LOTVIEW_PACE=none LOTVIEW_GRACE=150s >>"$WORK/worker.env"
  podman run --rm --network "container:$NAME-system" "${HARDENED[@]}" --tmpfs /tmp --memory 512m --env-file "$WORK/owner.env" \
    --entrypoint /app/migrate "lotview/services:$VERSION" fleet >"$WORK/migrate.log" 2>&1 || { tail -5 "$WORK/migrate.log" >&2; die "the migration failed"; }
}

# It shares the network of the system, as containers of one pod do.
start_worker() { # name arguments of podman run...
  local name=$1; shift
  run "$name" --network "container:$NAME-system" "${HARDENED[@]}" --tmpfs /tmp:exec,mode=1777,size=512m --memory $WORKER_MEMORY \
    --env-file "$WORK/worker.env" "$@" "lotview/worker:$VERSION"
}

a_worker_posts() {
  say "Starting a worker: read-only, no capabilities, $WORKER_MEMORY, the profile of the repository ..."
  start_worker worker --security-opt seccomp="$ROOT/deploy/seccomp/chromium.json"
  wait_for 180 "the worker's readiness" podman exec "$NAME-worker" /app/ready ||
    { podman logs "$NAME-worker" 2>&1 | tail -20 >&2; exit 1; }
  demo_posts "container:$NAME-system" "$NAME:/data" 3
  say "The worker's memory: at most $(peak_memory "$NAME-worker") of $WORKER_MEMORY"
  podman stop -t 160 "$NAME-worker" >/dev/null
  local status; status=$(podman inspect --format '{{.State.ExitCode}}' "$NAME-worker")
  [ "$status" = 143 ] || [ "$status" = 0 ] || die "the stopped worker ended with $status"
}

peak_memory() { # container
  podman exec "$1" sh -c 'cat /sys/fs/cgroup/memory.peak 2>/dev/null || cat /sys/fs/cgroup/memory/memory.max_usage_in_bytes' | awk '{printf "%d MiB", $1 / 1048576}'
}

# Must refuse to be ready, and name the cure.
without_profile() { # words arguments of podman run...
  local words=$1 name=refused-${#CONTAINERS[@]}; shift
  say "Starting the same worker with $words ..."
  start_worker "$name" "$@"
  wait_for 180 "the worker's complaint" complains "$NAME-$name" || { podman logs "$NAME-$name" 2>&1 | tail -20 >&2; exit 1; }
  ! podman exec "$NAME-$name" /app/ready || die "a worker is ready although no browser starts"
  podman logs "$NAME-$name" 2>&1 | grep -m1 -o 'No job is taken.*'
  podman stop -t 60 "$NAME-$name" >/dev/null
}

complains() { podman logs "$1" 2>&1 | grep -q 'No job is taken.*No usable sandbox.*deploy/seccomp/chromium.json'; }

# The last first: containers that share a network go before the one that has it.
clean_up() {
  local status=$? at
  set +e
  for ((at = ${#CONTAINERS[@]} - 1; at >= 0; at--)); do podman rm -f -t 0 "${CONTAINERS[at]}" >/dev/null 2>&1; done
  remove_compose
  podman network rm -f "$NAME" >/dev/null 2>&1
  podman volume rm -f "$NAME" >/dev/null 2>&1
  rm -rf "$WORK"
  exit $status
}

# shellcheck shell=bash
# ./lotview doctor: the folder, the memory, the devices, the ports and the variables.

NEEDED_ROOM_MIB=1024 NEEDED_MEMORY_MIB=2048 NEEDED_FILES=4096

doctor_home() {
  local mib probe=$LOTVIEW_HOME/.doctor-$$
  if ! mkdir -p "$LOTVIEW_HOME" 2>/dev/null || ! { : >"$probe"; } 2>/dev/null; then
    bad "LOTVIEW_HOME=$LOTVIEW_HOME cannot be written" "set LOTVIEW_HOME to a folder of yours"
    return
  fi
  rm -f "$probe"
  good "LOTVIEW_HOME can be written: $LOTVIEW_HOME"
  mib=$(($(df -Pk "$LOTVIEW_HOME" | awk 'NR==2{print $4}') / 1024))
  if [ "$mib" -ge $NEEDED_ROOM_MIB ]; then good "$mib MiB of room for LOTVIEW_HOME"; else
    bad "only $mib MiB of room are left for LOTVIEW_HOME; $NEEDED_ROOM_MIB are needed" "free some space, or set LOTVIEW_HOME to another disk"
  fi
}

# A system that runs has its memory already.
doctor_memory() {
  local mib files
  mib=$(free_memory_mib)
  if [ -z "$mib" ]; then none "the free memory is not known" "$NEEDED_MEMORY_MIB MiB are needed"
  elif running || [ "$mib" -ge $NEEDED_MEMORY_MIB ]; then good "$mib MiB of memory are free"; else
    bad "only $mib MiB of memory are free; $NEEDED_MEMORY_MIB are needed" "end other programs, or give the machine or container more memory"
  fi
  # Java raises its own limit as far as it may.
  files=$(ulimit -Hn)
  if [ "$files" = unlimited ] || [ "$files" -ge $NEEDED_FILES ]; then good "$files files may be open at once"; else
    bad "only $files files may be open at once; $NEEDED_FILES are needed" "ulimit -n 65536 as root, or LimitNOFILE=65536 in the systemd unit"
  fi
}

# Of the machine, or of the container if that has less.
free_memory_mib() {
  local group=$MACHINE/sys/fs/cgroup limit used
  limit=$(cat "$group/memory.max" 2>/dev/null || true) used=$(cat "$group/memory.current" 2>/dev/null || true)
  awk -v limit="$limit" -v used="$used" '$1 == "MemAvailable:" {
    free = $2 / 1024; if (limit ~ /^[0-9]+$/ && (limit - used) / 1048576 < free) free = (limit - used) / 1048576
    printf "%d", free }' "$MACHINE/proc/meminfo" 2>/dev/null || true
}

# A program that moves its log away may have made a file of /dev/null.
doctor_devices() {
  if [ -c "$MACHINE/dev/null" ]; then good "/dev/null is a device"; else
    bad "/dev/null is no device" "as root: rm -f /dev/null && mknod -m 666 /dev/null c 1 3"
  fi
  if [ -d "$MACHINE/dev/shm" ] && [ -w "$MACHINE/dev/shm" ]; then good "/dev/shm can be written"; else
    bad "/dev/shm cannot be written, which PostgreSQL and Chromium need" "as root: mkdir -p /dev/shm && mount -t tmpfs -o mode=1777 tmpfs /dev/shm"
  fi
}

doctor_namespaces() {
  [ "$(id -u)" = 0 ] || return 0
  if unshare -U true 2>/dev/null; then good "root may use user namespaces"; else
    bad "root may not use user namespaces, and PostgreSQL refuses root" "run LotView as an ordinary user: runuser -u nobody -- ./lotview up"
  fi
}

doctor_running() {
  local pid
  if running; then good "LotView runs on $LOTVIEW_HOME"; return; fi
  pid=$(cat "$LOTVIEW_HOME/run/standalone.pid" 2>/dev/null || true)
  if [ -n "$pid" ]; then
    bad "LOTVIEW_HOME says that LotView runs as process $pid, and it is gone: it was killed" "./lotview up goes on with the same data; $LOTVIEW_HOME/logs has what happened"
  fi
  doctor_port "$LOTVIEW_PORT" "set LOTVIEW_PORT to a free one" "the dashboard"
  doctor_kept_ports
}

# Services and PostgreSQL take the ports that they had, taken or not.
doctor_kept_ports() {
  local name port server
  [ -r "$LOTVIEW_HOME/run/ports.properties" ] || return 0
  server=$(head -1 "$LOTVIEW_HOME/postgres/postmaster.pid" 2>/dev/null || true)
  while IFS='=' read -r name port; do
    case $name in auth|inventory|posting|listing|notification|postgres) ;; *) continue ;; esac
    # A PostgreSQL that outlived its system is taken over.
    [ "$name" = postgres ] && [ -n "$server" ] && kill -0 "$server" 2>/dev/null && continue
    doctor_port "$port" "end that program, or remove $LOTVIEW_HOME/run/ports.properties: then other ports are chosen" "$name"
  done <"$LOTVIEW_HOME/run/ports.properties"
}

doctor_port() { # port cure what-for
  if ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; then good "port $1, for $3, is free"; else
    bad "port $1, for $3, is taken by $(holder_of "$1")" "$2"
  fi
}

# The program that listens at a port, as far as /proc shows it to us.
holder_of() { # port
  local inode pid
  inode=$(awk -v port=":$(printf %04X "$1")" '$4 == "0A" && substr($2, length($2) - 4) == port { print $10; exit }' /proc/net/tcp /proc/net/tcp6 2>/dev/null || true)
  pid=$(find /proc/[0-9]*/fd -lname "socket:\[${inode:-none}\]" 2>/dev/null | sed -n '1s|/proc/\([0-9]*\)/.*|\1|p' || true)
  if [ -n "$pid" ]; then echo "$(cat "/proc/$pid/comm" 2>/dev/null) (process $pid)"; else echo "another program; as root, ss -ltnp names it"; fi
}

# A variable with a typing mistake has no effect, silently.
doctor_variables() {
  local name nearest found=no
  while read -r name nearest; do
    [ -n "$name" ] || continue
    found=yes
    bad "the variable $name is not known, and has no effect" "$([ "$nearest" = - ] && echo "unset it" || echo "it is probably $nearest")"
  done < <(compgen -e | awk -f "$ROOT/scripts/nearest.awk" <(known_variables) -)
  [ $found = yes ] || good "no variable looks like a typing mistake"
}

# The backticks are those of a table in Markdown.
# shellcheck disable=SC2016
known_variables() {
  (cd "$ROOT" || exit 1
    grep -rhoE '\bLOTVIEW_[A-Z0-9_]+' lotview scripts docs deploy docker-compose.yml ./*.md ./*/src/main/resources/*.yml \
      fault-tests/src 2>/dev/null || true
    sed -n 's/^| `\([A-Z][A-Z0-9_]*\)` .*/\1/p' docs/reference/*.md
    sed -n 's/^\([A-Z][A-Z0-9_]*\)=.*/\1/p' service-kit/src/main/resources/lotview/renamed-variables.properties) | sort -u
}

# shellcheck shell=bash
# The system on this machine: up, down, demo, form, worker.

running() {
  local pid
  pid=$(cat "$LOTVIEW_HOME/run/standalone.pid" 2>/dev/null) || return 1
  [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null && grep -qa 'com.lotview.standalone' "/proc/$pid/cmdline" 2>/dev/null
}

up() {
  local detach=no words=()
  for word in "$@"; do if [ "$word" = --detach ]; then detach=yes; else words+=("$word"); fi; done
  need_no_other
  build
  case " ${words[*]-} " in *" --no-worker "*) ;; *) need_chromium ;; esac
  want_heif
  mkdir -p "$LOTVIEW_HOME/logs" 2>/dev/null || die "LOTVIEW_HOME=$LOTVIEW_HOME cannot be made (disk full, or not yours to write); choose another folder or free some space"
  need_room
  if [ $detach = no ]; then run_java "$LOTVIEW_HOME/logs/standalone.log" com.lotview.standalone.Standalone ${words[@]+"${words[@]}"}; fi
  start_detached ${words[@]+"${words[@]}"}
}

need_room() {
  local mib; mib=$(($(df -Pk "$LOTVIEW_HOME" | awk 'NR==2{print $4}') / 1024))
  [ "$mib" -ge 300 ] || die "the disk of LOTVIEW_HOME=$LOTVIEW_HOME is full: $mib MiB are left and 300 are needed; free some space or set LOTVIEW_HOME to another disk"
}

need_no_other() {
  running && die "LotView already runs on $LOTVIEW_HOME; stop it with ./lotview down, or set LOTVIEW_HOME to another folder" || true
}

start_detached() {
  local out=$LOTVIEW_HOME/logs/up.txt pid shown=0 lines
  rm -f "$LOTVIEW_HOME/run/ready.properties"
  : >"$out"
  (run_java "$LOTVIEW_HOME/logs/standalone.log" com.lotview.standalone.Standalone "$@") >"$out" 2>&1 </dev/null &
  pid=$!
  while true; do
    lines=$(wc -l <"$out")
    [ "$lines" -gt "$shown" ] && { sed -n "$((shown + 1)),${lines}p" "$out"; shown=$lines; }
    [ -f "$LOTVIEW_HOME/run/ready.properties" ] && break
    kill -0 $pid 2>/dev/null || { sed -n "$((shown + 1)),\$p" "$out"; exit 1; }
    sleep 0.1
  done
  sleep 0.2; sed -n "$((shown + 1)),\$p" "$out"
  disown $pid 2>/dev/null || true
}

down() {
  if ! running; then say "LotView does not run on $LOTVIEW_HOME"; return; fi
  local pid; pid=$(cat "$LOTVIEW_HOME/run/standalone.pid")
  say "Stopping (process $pid) ..."
  kill -TERM "$pid"
  for _ in $(seq 600); do kill -0 "$pid" 2>/dev/null || { say "stopped"; return; }; sleep 0.1; done
  die "process $pid did not end within a minute; look into $LOTVIEW_HOME/logs"
}

demo() {
  local keep=no open=no words=() feed_next=no word started=no status=0
  for word in "$@"; do
    if [ "$word" = --keep ]; then keep=yes; continue; fi
    if [ "$word" = --open ]; then keep=yes; open=yes; fi
    # Files are meant from where the person stands, not from here.
    if [ $feed_next = yes ]; then
      case $word in /*) ;; *) word=$CALLER/$word ;; esac
      [ -r "$word" ] || die "the file $word cannot be read"
    fi
    case $word in --feed|--session) feed_next=yes ;; *) feed_next=no ;; esac
    words+=("$word")
  done
  # The demo's site is the sandbox: nobody to be courteous to, so no human pace unless asked for.
  export LOTVIEW_PACE=${LOTVIEW_PACE:-none}
  if running; then build; else (up --detach); started=yes; need_jdk; fi
  : >"$LOTVIEW_HOME/logs/demo.txt"
  "$JAVA_HOME/bin/java" "${JVM[@]}" "${BRIEF[@]}" -Dlotview.log="$LOTVIEW_HOME/logs/demo.log" -cp "$(class_path com.lotview.standalone.demo.Demo)" \
    com.lotview.standalone.demo.Demo ${words[@]+"${words[@]}"} >"$LOTVIEW_HOME/logs/demo.txt" 2>&1 &
  local pid=$!
  tail -n +1 -f --pid=$pid "$LOTVIEW_HOME/logs/demo.txt" | sed '/^POSTED /d;/^Nothing was posted/d'
  wait $pid || status=$?
  if [ $started = yes ] && [ $keep = no ]; then (down) >/dev/null; fi
  if [ $keep = yes ]; then say "LotView keeps running: http://127.0.0.1:$LOTVIEW_PORT (stop it with ./lotview down)"; fi
  grep -E '^(POSTED |Nothing was posted)' "$LOTVIEW_HOME/logs/demo.txt" || true
  if [ $open = yes ]; then open_dashboard; fi
  return $status
}

# The address and the login, and the person's browser where there is one.
open_dashboard() {
  local url=http://127.0.0.1:$LOTVIEW_PORT/app/ ready=$LOTVIEW_HOME/run/ready.properties
  say "Open $url"
  say "  $(sed -n 's/^email=//p' "$ready")"
  say "  $(sed -n 's/^password=//p' "$ready")"
  if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && command -v xdg-open >/dev/null; then xdg-open "$url" >/dev/null 2>&1 & fi
}

# Reads an account's form through the running system; posts nothing.
form() {
  [ "${1:-}" = check ] || die "usage: ./lotview form check --account ID [--url URL] [--email EMAIL] [--password PASSWORD]"
  shift
  build
  mkdir -p "$LOTVIEW_HOME/logs"
  run_java "$LOTVIEW_HOME/logs/form-check.log" com.lotview.standalone.check.FormCheck "$@"
}

worker() {
  running || die "LotView does not run on $LOTVIEW_HOME; start it with ./lotview up"
  build; need_chromium
  local log=$LOTVIEW_HOME/logs/worker-$$.log
  set -a; . "$LOTVIEW_HOME/run/worker.env"; set +a
  say "Starting one more browser worker; log: $log"
  run_java "$log" com.lotview.worker.WorkerApplication
}

backup() {
  [ $# -eq 1 ] || die "usage: ./lotview backup FOLDER"
  running || die "LotView does not run on $LOTVIEW_HOME; start it with ./lotview up"
  build
  run_java "$LOTVIEW_HOME/logs/backup.log" com.lotview.standalone.backup.Backup "$(from_caller "$1")"
}

restore() {
  [ $# -ge 1 ] || die "usage: ./lotview restore FOLDER [--at TIME] [--keys FOLDER]"
  running && die "LotView runs on $LOTVIEW_HOME; stop it with ./lotview down, and move its folder postgres away"
  build
  mkdir -p "$LOTVIEW_HOME/logs"
  local words=("$(from_caller "$1")"); shift
  while [ $# -gt 0 ]; do
    [ "$1" = --keys ] && [ $# -gt 1 ] && { words+=(--keys "$(from_caller "$2")"); shift 2; continue; }
    words+=("$1"); shift
  done
  run_java "$LOTVIEW_HOME/logs/restore.log" com.lotview.standalone.backup.Restore "${words[@]}"
}

# A file or folder as the person means it.
from_caller() { case $1 in /*) printf '%s' "$1" ;; *) printf '%s/%s' "$CALLER" "$1" ;; esac; }

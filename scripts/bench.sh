# shellcheck shell=bash
# ./lotview bench: what measures the script and a module's own parts; all else is in benchmarks/.

bench() { # [name args...]
  local what=${1:-}; shift || true
  case $what in
    start) build ;;
    limits) need_jdk; need_maven ;;
    path|live|engine|api|import|web|ontime|independence|outbox|browser|forms|states|hidden|"") build benchmarks ;;
    *) die "there is no benchmark '$what'; there are: path, live, start, engine, api, import, web, limits, ontime, independence, outbox, browser, forms, states, hidden" ;;
  esac
  case $what in path|live|start|web|browser|forms|states|hidden|"") need_chromium ;; esac
  export LOTVIEW_PACE=none
  mkdir -p "$LOTVIEW_HOME/logs"
  case $what in
    "") bench_start; measure path ;;
    start) bench_start ;;
    limits) bench_limits ;;
    *) measure "$what" "$@" ;;
  esac
}

measure() { # name args...
  run_java "$LOTVIEW_HOME/logs/bench-$1.log" com.lotview.bench.Main "$@"
}

# Command to ready, five times on a fresh home and five on a kept one.
bench_start() {
  local home kind i times=()
  home=$(mktemp -d "${TMPDIR:-/tmp}/lotview-bench.XXXXXX")
  say "| start | seconds |"; say "|---|---|"
  for i in 1 2 3 4 5; do
    local began ended seconds
    began=$(date +%s.%N)
    (LOTVIEW_HOME=$home/h LOTVIEW_PORT=$((LOTVIEW_PORT + 71)) up --detach) >/dev/null
    ended=$(date +%s.%N)
    (LOTVIEW_HOME=$home/h LOTVIEW_PORT=$((LOTVIEW_PORT + 71)) down) >/dev/null
    kind=$([ $i = 1 ] && echo "new home" || echo "kept home")
    seconds=$(awk -v from="$began" -v to="$ended" 'BEGIN { printf "%.2f", to - from }')
    say "| $kind | $seconds |"
    times+=("{\"kind\":\"$kind\",\"seconds\":$seconds}")
  done
  (IFS=,; say "{\"bench\":\"start\",\"runs\":[${times[*]}]}" | tee "$LOTVIEW_HOME/bench-start.json")
  rm -rf "$home"
}

# A million arrivals on a virtual clock; it plays with the dispatcher's own parts, so it lives among its tests.
bench_limits() {
  local log=$LOTVIEW_HOME/logs/bench-limits.log
  say "A million postings over 5000 accounts (about two minutes) ..."
  mvn -B -ntp -pl posting-service -am test -Dlotview.checks=false -Dlotview.exec.skip=true -Dtest=LimitsBench \
    -Dsurefire.failIfNoSpecifiedTests=false \
    "-DargLine=-Xmx2g -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow" \
    >"$log" 2>&1 || { grep ERROR "$log" | head -20 >&2; die "the limits did not hold, or could not be measured; the whole output is in $log"; }
  cat posting-service/target/bench-limits.txt
  cp posting-service/target/bench-limits.json "$LOTVIEW_HOME/"
}

# shellcheck shell=bash
# ./lotview test.

tests() { # [faults|proofs|pictures|operations|containers|quick|MODULE]
  need_jdk; need_maven
  case ${1:-} in
    faults) shift; need_chromium; faults "$@" ;;
    proofs) shift; proofs "$@" ;;
    pictures) shift; need_chromium; need_node; pictures ;;
    containers) containers ;;
    operations) shift; operations "$@" ;;
    quick) shift; tests_quick "$@" ;;
    "") tests_all ;;
    -*) tests_all "$@" ;;
    *) tests_of "$@" ;;
  esac
}

tests_all() {
  need_chromium; need_node; want_heif; want_promtool
  say "Running the tests (about three quarters of an hour) ..."
  mvn -B -ntp -fae -T2 verify -DexcludedGroups=faults,proof,long "$@"
}

# No servers, no browser, no slow searches.
tests_quick() {
  say "Running the quick tests ..."
  mvn -B -ntp -fae -T2 test -Dlotview.checks=false -Dlotview.exec.skip=true -Dlotview.web.skip=true -DexcludedGroups=faults,servers,browser,slow,long,proof "$@"
}

# All tests of one module, the long ones too; the modules that it needs are built without theirs.
tests_of() {
  local module=${1%/}; shift
  [ -d "$module/src/test/java/com/lotview" ] || die "there is no module '$module' with tests; there are: $(ls -d -- */src/test | sed 's|/.*||' | tr '\n' ' ')"
  need_chromium
  [ "$module" != standalone ] || need_node
  [ "$module" != inventory-service ] || want_heif
  local packages=() folder
  for folder in "$module"/src/test/java/com/lotview/*/; do packages+=("com/lotview/$(basename "$folder")/**/*Test" "com/lotview/$(basename "$folder")/**/*IT"); done
  say "Running the tests of $module ..."
  mvn -B -ntp -pl "$module" -am verify "-Dtest=$(IFS=,; echo "${packages[*]}")" -Dsurefire.failIfNoSpecifiedTests=false "$@"
}

# Further cases of what the tests show once (tag "long"), and what is too long or too loud to run beside other tests: a
# loaded machine, two thousand listings, a storm of refreshes, 200 wrong requests of each operation, journeys by the
# dashboard.
proofs() {
  need_chromium; need_node; want_heif
  say "Running the long tests and the proofs (about forty minutes) ..."
  mvn -B -ntp -pl "$(proving)" -am test -Dlotview.checks=false -Dlotview.exec.skip=true "-Dgroups=proof | long" \
    -DexcludedGroups=none -Dsurefire.failIfNoSpecifiedTests=false -Dlotview.test.forks=1 "$@"
  fuzz "$@"
}

# The modules with such tests.
proving() {
  grep -rlE '@Tag\("(proof|long)"\)' --include='*.java' -- */src/test | sed 's|/.*||' | sort -u | paste -sd,
}

# The readers of strangers' files, each for a minute in a process of its own: Jazzer fuzzes one method in a process.
fuzz() {
  local target
  for target in tables cells pictures; do
    say "Fuzzing $target (one minute) ..."
    JAZZER_FUZZ=1 mvn -B -ntp -pl inventory-service -am test -Dlotview.checks=false -Dlotview.exec.skip=true \
      "-Dtest=ReaderFuzz#$target" -DexcludedGroups=none -Dsurefire.failIfNoSpecifiedTests=false -Dlotview.test.forks=1 "$@"
  done
}

# Every kind of fault at every step of a posting; the tables are under fault-tests/target/faults.
faults() {
  local tables=$ROOT/fault-tests/target/faults log=$ROOT/fault-tests/target/faults.log status=0 reader
  mkdir -p "$tables"; rm -f "$tables"/matrix.*; : >"$tables/matrix.txt"
  say "Faulting everything (about three quarters of an hour) ..."
  tail -n +1 -F --pid=$$ "$tables/matrix.txt" 2>/dev/null &
  reader=$!
  mvn -B -ntp -pl fault-tests -am test -Dlotview.checks=false -Dlotview.exec.skip=true -Dtest=FaultMatrixIT \
    -DexcludedGroups=none -Dsurefire.failIfNoSpecifiedTests=false "$@" >"$log" 2>&1 || status=$?
  sleep 1; kill $reader 2>/dev/null || true; wait $reader 2>/dev/null || true
  [ -f "$tables/matrix.md" ] || { grep ERROR "$log" | head -20 >&2; die "the faults could not be played; the whole output is in $log"; }
  say ""; cat "$tables/matrix.md"
  [ $status = 0 ] || die "some faults were not survived; logs of all processes are under $tables/matrix-logs"
}

# What operators need: alerts, boards, runbooks, metrics, Kubernetes manifests, and the restore of a lost database.
operations() {
  need_promtool; need_chromium
  say "Running the tests of operations (about ten minutes) ..."
  mvn -B -ntp -pl standalone,fault-tests -am verify -Dlotview.checks=false -Dlotview.web.skip=true \
    "-Dtest=com/lotview/standalone/monitoring/**/*Test,com/lotview/standalone/monitoring/**/*IT,com/lotview/standalone/kubernetes/**/*Test,PlayedManifestsIT,BackupIT,RestoreIT" \
    -DexcludedGroups=none -Dsurefire.failIfNoSpecifiedTests=false "$@"
}

# Every page of a dealership with a history, to be looked at, and judged by Lighthouse.
pictures() {
  local home status=0
  build
  install_checks || die "npm could not install what web/checks needs (web/target/npm-checks.log)"
  home=$(mktemp -d "${TMPDIR:-/tmp}/lotview-pictures.XXXXXX")
  (
    unset DISPLAY WAYLAND_DISPLAY
    export LOTVIEW_HOME=$home/h LOTVIEW_PORT=$((LOTVIEW_PORT + 72)) LOTVIEW_RATE_LIMITS=off
    trap '(down) >/dev/null' EXIT
    look_at_all "$ROOT/web/target/pictures"
  ) || status=$?
  [ $status != 0 ] || rm -rf "$home"
  return $status
}

install_checks() {
  cd "$ROOT/web/checks"
  cmp -s package-lock.json node_modules/.installed-lock 2>/dev/null ||
    { npm ci --ignore-scripts --no-audit --no-fund >../target/npm-checks.log 2>&1 && cp package-lock.json node_modules/.installed-lock; }
  local installed=$?
  cd "$ROOT"
  return $installed
}

look_at_all() { # folder
  local log=$ROOT/web/target/pictures-demo.log login=() word
  say "A dealership with a history (about three minutes) ..."
  (demo --open) >"$log" 2>&1 || { tail -3 "$log" >&2; say "the dealership could not be made; see $log and $LOTVIEW_HOME" >&2; return 1; }
  for word in url email password; do login+=("$(sed -n "s/^$word=//p" "$LOTVIEW_HOME/run/ready.properties" | sed 's/\\:/:/g')"); done
  say "Taking pictures (about three minutes) ..."
  node web/checks/pictures.mjs "${login[@]}" "$1" || return 1
  say "Lighthouse (about five minutes) ..."
  node web/checks/lighthouse.mjs "${login[@]}" "$1"
}

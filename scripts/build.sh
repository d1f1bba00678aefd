# shellcheck shell=bash
# The jars, and Java on them.

# The fault tests and the benchmarks are in no jar of a running system.
sources_newer() { # module stamp
  local others=(-not -path './fault-tests/*')
  [ "$1" = benchmarks ] || others+=(-not -path './benchmarks/*')
  [ ! -f "$2" ] || [ -n "$(find ./pom.xml ./*/pom.xml ./*/src/main -newer "$2" -type f "${others[@]}" -print -quit)" ] ||
    [ -n "$(find ./web \( -name node_modules -o -name target -o -name dist \) -prune -o -newer "$2" -type f ! -name generated.ts -print -quit)" ]
}

# Makes the jars of a module and of those it needs: of the standalone, or of the benchmarks with it.
build() { # [module]
  local module=${1:-standalone} log=$ROOT/.lotview-build.log
  need_jdk; need_maven
  sources_newer "$module" "$ROOT/$module/target/.built" || return 0
  want_node
  say "Building (a minute with a warm Maven cache, longer the first time) ..."
  if ! mvn -B -ntp -T1 -pl "$module" -am package -Dmaven.test.skip=true -Dlotview.checks=false -Dlotview.exec.skip=true >"$log" 2>&1; then
    grep -E 'ERROR' "$log" | head -20 >&2
    die "the build failed; the whole output is in $log"
  fi
  rm -f "$log"
  touch "$ROOT/standalone/target/.built" "$ROOT/$module/target/.built"
}

JVM=(-XX:+UseSerialGC -Xmx768m --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
     -Djava.awt.headless=true)
# Short-lived programs are not worth the second compiler.
BRIEF=(-XX:TieredStopAtLevel=1)
# Loaded classes are kept in a file at the first stop and mapped at later starts (a quarter quicker);
# Java makes it anew when the class path changes, and starts plainly when it does not fit.
ARCHIVE=(-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=$ROOT/standalone/target/classes.jsa"
         -Xlog:cds=error -Xlog:cds+dynamic=error)

run_java() { # log main args...   (log: a file, or - for none)
  local log=() main=$2 kind=("${BRIEF[@]}")
  [ "$1" = - ] || log=("-Dlotview.log=$1")
  shift 2
  [ "$main" = com.lotview.standalone.Standalone ] && kind=("${ARCHIVE[@]}")
  exec "$JAVA_HOME/bin/java" "${JVM[@]}" "${kind[@]}" ${log[@]+"${log[@]}"} -cp "$(class_path "$main")" "$main" "$@"
}

# The benchmarks use no library beside those of the standalone.
class_path() { # main
  printf '%s' "$ROOT/standalone/target/lib/*:$(jar_of standalone)"
  case $1 in com.lotview.bench.*) printf ':%s' "$(jar_of benchmarks)" ;; esac
}
jar_of() { ls "$ROOT/$1/target/$1"-*.jar | head -1; }

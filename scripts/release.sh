# shellcheck shell=bash
# ./lotview release: what is given out, built twice and compared, with its bill of materials.

CYCLONEDX=org.cyclonedx:cyclonedx-maven-plugin:2.9.3

release() { # FOLDER
  local out=${1:-} version work
  [ -n "$out" ] || die "name a new folder: ./lotview release FOLDER"
  case $out in /*) ;; *) out=$CALLER/$out ;; esac
  [ ! -e "$out" ] || die "$out is there already"
  need_jdk; need_maven; need_node
  [ -z "$(git status --porcelain)" ] || die "there are changes that are not committed; a release is made of a commit"
  version=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' pom.xml | head -1)
  grep -q "^## $version\b" CHANGELOG.md || die "CHANGELOG.md has no section '## $version'"
  work=$(mktemp -d "${TMPDIR:-/tmp}/lotview-release.XXXXXX")
  # Now, as the name is gone when the trap runs; also if something below fails.
  # shellcheck disable=SC2064
  trap "rm -rf '$work'" EXIT

  say "Building version $version twice, in two folders (some minutes) ..."
  build_of_commit "$work/first"
  build_of_commit "$work/elsewhere/second"
  given_out "$work/first" >"$work/first.sums"
  given_out "$work/elsewhere/second" >"$work/second.sums"
  diff "$work/first.sums" "$work/second.sums" >"$work/differences" ||
    { cat "$work/differences" >&2; die "two builds of one commit differ"; }

  say "Writing the bills of materials ..."
  mkdir -p "$out"
  bill_of_java "$work/first" "$out"
  (cd "$work/first/web" && npm sbom --package-lock-only --omit dev --sbom-format cyclonedx) >"$out/lotview-web.cdx.json"
  (cd "$work/first" && cut -d' ' -f3- "$work/first.sums" | xargs cp -t "$out")
  cp CHANGELOG.md LICENSE docs/reference/dependencies.md "$out"
  (cd "$out" && sha256sum -- * >SHA256SUMS)
  say "$(wc -l <"$work/first.sums") files, the same in both builds. Version $version of $(git rev-parse --short HEAD) is in $out"
}

# The commit in a folder of its own, so that nothing of this one gets in.
build_of_commit() { # folder
  mkdir -p "$1"
  git archive HEAD | tar -xf - -C "$1"
  (cd "$1" && mvn -B -ntp -q -T1 package -Dmaven.test.skip=true -Dlotview.checks=false &&
    cd web && LOTVIEW_SERVER="" LOTVIEW_STORE=yes node extension/build.mjs "$1/target/store" &&
    node extension/zip.mjs "$1/target/store" "$1/target/lotview-extension-$version.zip") >"$1.log" 2>&1 ||
    { grep -E 'ERROR|Error' "$1.log" | head -10 >&2; die "the build failed"; }
}

# Sums and names of what is given out: the jar of each service, and the extension's package.
given_out() { # folder
  (cd "$1" && find . -path "*/target/*-$version-exec.jar" -o -path "./target/lotview-extension-$version.zip" | LC_ALL=C sort | xargs sha256sum)
}

bill_of_java() { # built folder, out
  (cd "$1" && mvn -B -ntp -q "$CYCLONEDX:makeAggregateBom" -DoutputFormat=json -DoutputName=lotview -DincludeTestScope=false \
    -DskipNotDeployed=false) >"$1.bom.log" 2>&1 || { grep ERROR "$1.bom.log" | head -5 >&2; die "no bill of materials"; }
  cp "$1/target/lotview.json" "$2/lotview.cdx.json"
}

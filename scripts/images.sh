# shellcheck shell=bash
# ./lotview images: the container images.

SERVICE_PROGRAMS=(auth-service inventory-service posting-service listing-ai-service notification-service gateway marketplace-sandbox)
WORKER_PROGRAMS=(browser-worker)

images() { # [--base IMAGE]
  local base=docker.io/library/debian:trixie-slim
  while [ $# -gt 0 ]; do
    case $1 in
      --base) [ $# -ge 2 ] || die "--base needs an image"; base=$2; shift 2 ;;
      *) die "usage: ./lotview images [--base IMAGE]" ;;
    esac
  done
  need_engine
  need_jdk; need_maven; need_node
  build_jars
  lay_out "$ROOT/target/image"
  local version; version=$(project_version)
  build_image services "$version" "$base"
  build_image worker "$version" "$base"
  say "Built lotview/services:$version and lotview/worker:$version."
}

need_engine() {
  ENGINE=${LOTVIEW_ENGINE:-$(command -v podman || command -v docker || true)}
  [ -n "$ENGINE" ] || die "podman or docker is needed to build images, and neither was found"
}

project_version() { sed -n '0,/<parent>/d; /<\/parent>/,$ s|.*<version>\(.*\)</version>.*|\1|p' "$ROOT/pom.xml" | head -1; }

# Every file of an image bears this time, so that the same sources give the same layers. It is the one of the
# jars and not of the commit: layers of Debian and of other people's jars stay the same from commit to commit.
image_time() { echo "${SOURCE_DATE_EPOCH:-$(date -u +%s -d "$(sed -n 's|.*<project.build.outputTimestamp>\(.*\)</.*|\1|p' "$ROOT/pom.xml")")}"; }

commit_id() {
  local id; id=$(git -C "$ROOT" rev-parse HEAD 2>/dev/null) || { echo unknown; return; }
  [ -z "$(git -C "$ROOT" status --porcelain -- ':!target')" ] || id=$id-changed
  echo "$id"
}

build_jars() {
  local log=$ROOT/.lotview-images.log modules
  modules=$(IFS=,; echo "${SERVICE_PROGRAMS[*]},${WORKER_PROGRAMS[*]}")
  say "Building the jars (a minute or two) ..."
  mvn -B -ntp -pl "$modules" -am package -Dmaven.test.skip=true -Dlotview.checks=false >"$log" 2>&1 ||
    { grep ERROR "$log" | head -20 >&2; die "the build failed; the whole output is in $log"; }
  rm -f "$log"
}

# The build context: per image the jars of others, LotView's own, and the scripts.
lay_out() { # folder
  local folder=$1 version; version=$(project_version)
  rm -rf "$folder"; mkdir -p "$folder/scripts"
  cp "$ROOT/deploy/image/install.sh" "$folder/scripts/"
  lay_out_image "$folder/services" "$version" "${SERVICE_PROGRAMS[@]}"
  lay_out_image "$folder/worker" "$version" "${WORKER_PROGRAMS[@]}"
  # Migrations of the worker's schema run from either image.
  cp -R "$folder/worker/own/migrations/." "$folder/services/own/migrations/"
  find "$folder" -exec touch -h -d "@$(image_time)" {} +
}

lay_out_image() { # folder version program...
  local folder=$1 version=$2 program jar; shift 2
  mkdir -p "$folder/others" "$folder/own/lib" "$folder/own/migrations"
  for program in "$@"; do
    unpack "$ROOT/$program/target/$program-$version" "$folder/$program"
    mv "$folder/$program"/*.jar "$folder/own/$program.jar"
    cp "$folder/$program"/lib/*.jar "$folder/others/"
    rm -rf "${folder:?}/$program"
    (cd "$folder/own/migrations" && "$JAVA_HOME/bin/jar" xf "../$program.jar" db)
  done
  # Libraries of other systems.
  rm -f "$folder"/others/*-osx-*.jar "$folder"/others/*-windows-*.jar
  for jar in "$folder"/others/*-"$version".jar; do
    [ ! -d "$ROOT/$(basename "${jar%-"$version".jar}")" ] || mv "$jar" "$folder/own/lib/"
  done
  cp "$ROOT"/deploy/image/{start,migrate,provision-kafka,ready} "$folder/own/"
  chmod -R u=rwX,go=rX "$folder"
}

# A small jar, and beside it in lib/ the jars that it names.
unpack() { # jars folder
  case $1 in
    */marketplace-sandbox-*)
      mkdir -p "$2/lib"
      cp "$1.jar" "$2/"
      (cd "$2/lib" && "$JAVA_HOME/bin/jar" xf "$1-exec.jar" BOOT-INF/lib && mv BOOT-INF/lib/*.jar . && rm -r BOOT-INF spring-boot-jarmode-tools-*.jar) ;;
    *) "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$1-exec.jar" extract --destination "$2" >/dev/null ;;
  esac
}

build_image() { # target version base
  local time; time=$(image_time)
  local how=(--build-arg SOURCE_DATE_EPOCH="$time")
  case $(basename "$ENGINE") in
    podman) how+=(--timestamp "$time" --pull=never --network=host) ;;
  esac
  "$ENGINE" image inspect "$3" >/dev/null 2>&1 || "$ENGINE" pull "$3" >/dev/null ||
    die "the base image $3 cannot be pulled; name another one by --base"
  say "Building lotview/$1:$2 from $3 ..."
  # Several words.
  # shellcheck disable=SC2086
  "$ENGINE" build ${LOTVIEW_BUILD_OPTIONS:-} "${how[@]}" --build-arg BASE="$3" --build-arg VERSION="$2" --build-arg REVISION="$(commit_id)" \
    --target "$1" -t "lotview/$1:$2" -f "$ROOT/deploy/image/Containerfile" "$ROOT/target/image" >"$ROOT/target/image-$1.log" 2>&1 ||
    { tail -20 "$ROOT/target/image-$1.log" >&2; die "lotview/$1 could not be built; the whole output is in target/image-$1.log"; }
}

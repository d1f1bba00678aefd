# shellcheck shell=bash
# Words to the person at the terminal, and what must be installed.

NEEDED_JAVA=25

# Before each path of the machine. Empty, except in tests, which plant a machine of their own.
MACHINE=

say() { printf '%s\n' "$*"; }
die() { printf 'lotview: %s\n' "$*" >&2; exit 1; }

java_version() { "$1/bin/java" -version 2>&1 | sed -n '/version "/{s/[^"]*"\([0-9]*\).*/\1/p;q}'; }

# JDK 25 wherever it is installed, also when `java` on the PATH is older.
find_jdk() {
  local candidate version path_java=""
  path_java=$(command -v javac || true)
  [ -n "$path_java" ] && path_java=$(dirname "$(dirname "$(readlink -f "$path_java")")")
  for candidate in "${JAVA_HOME:-}" "$path_java" "$MACHINE"/usr/lib/jvm/* "$MACHINE"/opt/java/* "$MACHINE"/opt/jdk* \
      "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ] || continue
    version=$(java_version "$candidate")
    if [ "${version:-0}" -ge $NEEDED_JAVA ] 2>/dev/null; then
      export JAVA_HOME=$candidate
      return 0
    fi
  done
  return 1
}

need_jdk() {
  find_jdk && return
  die "a JDK $NEEDED_JAVA or newer is needed and none was found (looked at JAVA_HOME, the PATH and /usr/lib/jvm). Install one, for example Debian's openjdk-25-jdk or Eclipse Temurin 25, or set JAVA_HOME."
}

is_debian_root() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

# Installs Debian packages if we may; else names the command.
need_packages() {
  local what=$1; shift
  if ! is_debian_root; then
    die "$what is missing. Install it: sudo apt-get install -y --no-install-recommends $*"
  fi
  say "Installing $what ($*) ..."
  local log; log=$(mktemp)
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } >"$log" 2>&1 \
    || { tail -5 "$log" >&2; die "$what could not be installed; install it by hand: apt-get install $*"; }
  rm -f "$log"
}

need_maven() { command -v mvn >/dev/null || need_packages Maven maven; }

# For the dashboard and the TypeScript client: from Debian's packages if there is none, and from npm where
# Debian's is too old.
need_node() {
  find_node && return
  command -v npm >/dev/null || need_packages "Node.js and npm" nodejs npm
  find_node && return
  say "Installing Node.js $OWN_NODE_VERSION ..."
  npm install --prefix "$OWN_NODE" --no-audit --no-fund "node@$OWN_NODE_VERSION" >/dev/null 2>&1 && find_node \
    || die "Node.js $NEEDED_NODE or newer is needed and could not be installed"
}

# LotView works without the dashboard.
want_node() { (need_node) && need_node || say "The dashboard is left out."; }

chrome() { local c; for c in "${CHROME_BIN:-}" "$MACHINE"/usr/lib/chromium/chromium "$MACHINE"/usr/bin/chromium; do [ -n "$c" ] && [ -x "$c" ] && { echo "$c"; return; }; done; return 1; }
driver() { local c; for c in "${CHROMEDRIVER:-}" "$MACHINE"/usr/bin/chromedriver; do [ -n "$c" ] && [ -x "$c" ] && { echo "$c"; return; }; done; return 1; }

need_chromium() {
  if [ -n "${CHROME_BIN:-}" ] && [ ! -x "$CHROME_BIN" ]; then die "CHROME_BIN=$CHROME_BIN is no program; correct or unset it"; fi
  if [ -n "${CHROMEDRIVER:-}" ] && [ ! -x "$CHROMEDRIVER" ]; then die "CHROMEDRIVER=$CHROMEDRIVER is no program; correct or unset it"; fi
  if ! chrome >/dev/null || ! driver >/dev/null; then
    need_packages "Chromium and its driver" chromium chromium-driver fonts-liberation
  fi
  CHROME_BIN=$(chrome) CHROMEDRIVER=$(driver); export CHROME_BIN CHROMEDRIVER
  if needs_xvfb && ! command -v Xvfb >/dev/null; then need_packages "Xvfb, the screen for browsers on a machine without one" xvfb; fi
}

# Prometheus' tool that judges rules, from Debian's package without installing it: no service is started.
OWN_PROMETHEUS=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/.lotview/prometheus

promtool_there() { [ -x "$OWN_PROMETHEUS/usr/bin/promtool" ] || command -v promtool >/dev/null; }

need_promtool() {
  promtool_there && return
  command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null ||
    die "promtool is missing. Take it from https://prometheus.io/download and put it on the PATH"
  say "Fetching promtool from Debian's package prometheus ..."
  local folder; folder=$(mktemp -d)
  mkdir -p "$OWN_PROMETHEUS"
  (cd "$folder" && { ! is_debian_root || apt-get update -qq; } && apt-get download prometheus && dpkg-deb -x prometheus_*.deb "$OWN_PROMETHEUS") >"$folder/log" 2>&1 ||
    { tail -3 "$folder/log" >&2; rm -rf "$folder"; die "promtool could not be fetched; put it on the PATH"; }
  rm -rf "$folder"
}

# Without it the alerts are not tried, and the test that would says so.
want_promtool() { promtool_there || (need_promtool) || say "The alerts are not tried."; }

heif() { local c; for c in "${PHOTO_HEIF_DECODER:-}" heif-dec heif-convert; do [ -n "$c" ] && command -v "$c" && return; done; return 1; }

# LotView works without it: then it refuses photos in HEIC.
want_heif() {
  [ "${PHOTO_HEIF_DECODER:-}" != none ] && ! heif >/dev/null && is_debian_root || return 0
  (need_packages "libheif's decoder, for photos in HEIC" libheif-examples) || say "Photos in HEIC are refused."
}

# Browsers have a window: on DISPLAY, or on a screen in memory that the worker starts itself.
needs_xvfb() { [ -z "${DISPLAY:-}" ] && [ "${LOTVIEW_HEADLESS:-false}" != true ]; }

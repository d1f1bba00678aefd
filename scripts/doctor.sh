# shellcheck shell=bash
# ./lotview doctor.

doctor() {
  local bad=0
  find_jdk || true
  check() { if "${@:2}" >/dev/null 2>&1; then say "ok    $1"; else say "BAD   $1"; bad=1; return 1; fi; }
  check "JDK $NEEDED_JAVA: ${JAVA_HOME:-}" find_jdk || say "      install openjdk-25-jdk or Temurin 25, or set JAVA_HOME"
  check "Maven" command -v mvn || say "      apt-get install maven"
  check "Chromium: $(chrome || true)" chrome || say "      apt-get install chromium"
  check "Chromium's driver: $(driver || true)" driver || say "      apt-get install chromium-driver"
  ! needs_xvfb || check "Xvfb, for browsers without a display: $(command -v Xvfb || true)" command -v Xvfb || say "      apt-get install xvfb, or set LOTVIEW_HEADLESS=true"
  if heif >/dev/null; then say "ok    libheif's decoder, for photos in HEIC: $(heif)"; else
    say "none  libheif's decoder (optional): photos in HEIC and AVIF are refused"
    say "      apt-get install libheif-examples, or set PHOTO_HEIF_DECODER to heif-dec or heif-convert"
  fi
  check "LOTVIEW_HOME can be written: $LOTVIEW_HOME" mkdir -p "$LOTVIEW_HOME" || say "      set LOTVIEW_HOME to a folder of yours"
  check "1 GiB of room for LOTVIEW_HOME" test "$(df -Pk "$LOTVIEW_HOME" 2>/dev/null | awk 'NR==2{print $4}')" -gt 1048576 || say "      free some space"
  if [ "$(id -u)" = 0 ]; then
    check "root may use user namespaces (PostgreSQL refuses root)" unshare -U true || say "      run LotView as an ordinary user: runuser -u nobody -- ./lotview up"
  fi
  if running; then say "ok    runs on $LOTVIEW_HOME"; else
    check "port $LOTVIEW_PORT is free" bash -c "! (exec 3<>/dev/tcp/127.0.0.1/$LOTVIEW_PORT)" || say "      set LOTVIEW_PORT to a free one"
  fi
  [ $bad = 0 ] && say "Nothing is wrong."
  return $bad
}

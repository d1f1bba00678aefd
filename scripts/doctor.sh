# shellcheck shell=bash
# ./lotview doctor: what is installed, then the machine (doctor-machine.sh), then the system (Java).

wrong=0
good() { say "ok    $1"; }
bad() { say "BAD   $1"; say "      $2"; wrong=1; }
none() { say "none  $1"; say "      $2"; }

doctor() { # [--cluster FILE]
  local file
  case ${1:-} in
    "") [ $# = 0 ] || die "usage: ./lotview doctor [--cluster FILE]" ;;
    --cluster)
      [ $# = 2 ] || die "usage: ./lotview doctor --cluster FILE"
      file=$(from_caller "$2")
      [ -r "$file" ] || die "the file $file cannot be read"
      build >&2
      doctor_java --cluster "$file"
      return ;;
    *) die "usage: ./lotview doctor [--cluster FILE]" ;;
  esac
  doctor_here
  doctor_system
  [ $wrong = 0 ] && say "Nothing is wrong."
  return $wrong
}

# What needs no JDK.
doctor_here() {
  wrong=0
  doctor_programs
  doctor_browsers
  doctor_pictures
  doctor_home
  doctor_memory
  doctor_devices
  doctor_namespaces
  doctor_running
  doctor_variables
}

# The servers and services of LOTVIEW_HOME, if there are jars to look with.
doctor_system() {
  if [ ! -f "$ROOT/standalone/target/.built" ] || ! find_jdk; then
    none "the system of LOTVIEW_HOME was not looked at" "it is not built yet; ./lotview up builds it"
  else
    (doctor_java) || wrong=1
  fi
}

doctor_java() { # words...
  mkdir -p "$LOTVIEW_HOME/logs" 2>/dev/null || true
  need_jdk
  (run_java "$LOTVIEW_HOME/logs/doctor.log" com.lotview.standalone.doctor.Doctor "$@")
}

doctor_programs() {
  if find_jdk; then good "JDK $NEEDED_JAVA: $JAVA_HOME"; else
    bad "no JDK $NEEDED_JAVA or newer was found" "install openjdk-25-jdk or Temurin 25, or set JAVA_HOME"
  fi
  if command -v mvn >/dev/null; then good "Maven: $(command -v mvn)"; else bad "Maven is missing" "apt-get install maven"; fi
  needs_xvfb || return 0
  if command -v Xvfb >/dev/null; then good "Xvfb, for browsers without a display: $(command -v Xvfb)"; else
    bad "Xvfb is missing, and there is no display for browsers" "apt-get install xvfb, or set LOTVIEW_HEADLESS=true"
  fi
}

# Chromium and its driver work together only if they are of the same version.
doctor_browsers() {
  local chromium="" chromedriver=""
  if doctor_program CHROME_BIN "${CHROME_BIN:-}" Chromium chromium chrome; then chromium=$(chrome); fi
  if doctor_program CHROMEDRIVER "${CHROMEDRIVER:-}" "Chromium's driver" chromium-driver driver; then chromedriver=$(driver); fi
  [ -n "$chromium" ] && [ -n "$chromedriver" ] || return 0
  local one other
  one=$(major_version "$chromium") other=$(major_version "$chromedriver")
  if [ -z "$one" ] || [ -z "$other" ]; then
    bad "$([ -n "$one" ] && echo "$chromedriver" || echo "$chromium") does not start" "run it by hand with --version; it names what it lacks"
  elif [ "$one" = "$other" ]; then good "Chromium and its driver are both of version $one"; else
    bad "Chromium is of version $one and its driver of $other" "apt-get install chromium chromium-driver, or set CHROME_BIN and CHROMEDRIVER to a pair"
  fi
}

doctor_program() { # variable value name package function
  local found
  if [ -n "$2" ] && [ ! -x "$2" ]; then bad "$1=$2 is no program" "correct or unset $1"; return 1; fi
  if found=$("$5"); then good "$3: $found"; return 0; fi
  bad "$3 is missing" "apt-get install $4, or set $1"; return 1
}

major_version() { "$1" --version 2>/dev/null | sed -n '1s/^[^0-9]*\([0-9][0-9]*\)\..*/\1/p' || true; }

doctor_pictures() {
  local decoder
  if [ "${PHOTO_HEIF_DECODER:-}" = none ]; then none "photos in HEIC and AVIF are refused: PHOTO_HEIF_DECODER=none" "unset it to take them"
  elif decoder=$(heif); then good "libheif's decoder, for photos in HEIC: $decoder"; else
    none "libheif's decoder (optional): photos in HEIC and AVIF are refused" "apt-get install libheif-examples, or set PHOTO_HEIF_DECODER to heif-dec or heif-convert"
  fi
}

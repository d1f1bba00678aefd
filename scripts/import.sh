# shellcheck shell=bash
# ./lotview import check FILE: what the import would make of a stock file, without a server.

import_stock() { # check FILE
  local file=${2:-}
  [ "${1:-}" = check ] && [ -n "$file" ] && [ $# = 2 ] || die "usage: ./lotview import check FILE"
  # The file is meant from where the person stands, not from here.
  case $file in /*) ;; *) file=${CALLER:-$PWD}/$file ;; esac
  [ -r "$file" ] && [ -f "$file" ] || die "the file $file cannot be read"
  build >&2
  run_java /dev/null com.lotview.inventory.imports.check.ImportCheck "$file"
}

# shellcheck shell=bash
# ./lotview import check FILE: what the import would make of a stock file, without a server.

import_stock() { # check FILE
  local file=${2:-}
  # 1 means that the import would refuse the file, so what is wrong with the command ends with 2.
  [ "${1:-}" = check ] && [ -n "$file" ] && [ $# = 2 ] || { (die "usage: ./lotview import check FILE") || exit 2; }
  # The file is meant from where the person stands, not from here.
  case $file in /*) ;; *) file=${CALLER:-$PWD}/$file ;; esac
  [ -r "$file" ] && [ -f "$file" ] || { (die "the file $file cannot be read") || exit 2; }
  build >&2
  run_java - com.lotview.inventory.imports.check.ImportCheck "$file"
}

# shellcheck shell=bash
# The browser extension: a folder to load, and packages for the stores.

extension() {
  local server=http://127.0.0.1:$LOTVIEW_PORT out=$LOTVIEW_HOME/extension store
  while [ $# -gt 0 ]; do
    case $1 in
      --server) [ $# -ge 2 ] || die "--server needs an address, or '' to have it typed at the first start"; server=$2; shift 2 ;;
      *) die "there is no '$1'; ./lotview help says how" ;;
    esac
  done
  need_node
  mkdir -p "$out" "$ROOT/web/target"
  web_packages || die "npm could not install (web/target/npm.log)"
  say "Building the extension for ${server:-an address that is typed at the first start} ..."
  (cd "$ROOT/web" && LOTVIEW_SERVER=$server node extension/build.mjs "$out/unpacked" &&
    LOTVIEW_SERVER=$server LOTVIEW_STORE=yes node extension/build.mjs "$out/store" >/dev/null) || die "the extension could not be built"
  for store in chrome edge; do
    (cd "$ROOT/web" && node extension/zip.mjs "$out/store" "$out/lotview-$store.zip")
  done
  rm -rf "$out/store"
  cat <<TEXT

To load it:  $out/unpacked
  Chrome: open chrome://extensions, turn on "Developer mode", press "Load unpacked", choose the folder.
  Edge:   open edge://extensions, and the same.
  Then pin LotView's button, sign in at ${server:-your LotView}/app/, open a vehicle's page and press the button.
For the stores:  $out/lotview-chrome.zip  $out/lotview-edge.zip
  A store gives the extension an id of its own: add it to EXTENSION_IDS of the gateway.
TEXT
}

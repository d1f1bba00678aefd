# shellcheck shell=bash
# Node.js for the dashboard, the extension and the TypeScript client.

# Vite's least version.
NEEDED_NODE=20.19
OWN_NODE_VERSION=22.23.3
OWN_NODE=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/.lotview/node

node_fits() { # node
  local version
  version=$("$1" --version 2>/dev/null) || return 1
  [ "$(printf '%s\n' "$NEEDED_NODE" "${version#v}" | sort -V | head -1)" = "$NEEDED_NODE" ]
}

# Puts a fit Node.js first on the PATH; npm may be of another.
find_node() {
  command -v npm >/dev/null || return 1
  if node_fits node; then return 0; fi
  local own=$OWN_NODE/node_modules/node/bin
  [ -x "$own/node" ] && node_fits "$own/node" || return 1
  PATH=$own:$PATH
}

# The packages of web/, if its lock file changed since they were installed.
web_packages() {
  local web; web=$(cd "$(dirname "${BASH_SOURCE[0]}")/../web" && pwd)
  cmp -s "$web/package-lock.json" "$web/node_modules/.installed-lock" 2>/dev/null && return
  (cd "$web" && npm ci --ignore-scripts --no-audit --no-fund >target/npm.log 2>&1) || return 1
  cp "$web/package-lock.json" "$web/node_modules/.installed-lock"
}

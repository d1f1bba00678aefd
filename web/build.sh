#!/usr/bin/env bash
# Builds the dashboard and the extension into a folder each, if their sources changed. Called by Maven.
# Without a fit Node.js, or without the npm registry, nothing is built: LotView works without them,
# and /app/ says what is missing.
set -euo pipefail
out=${1:?usage: build.sh DASHBOARD EXTENSION}
extension=${2:?usage: build.sh DASHBOARD EXTENSION}
cd "$(dirname "${BASH_SOURCE[0]}")"
document=../contracts/src/main/resources/contracts/openapi/lotview.json

# shellcheck source=../scripts/node.sh
. ../scripts/node.sh

sources=$({
  find . \( -name node_modules -o -name dist -o -name target -o -path ./checks \) -prune -o -type f ! -name generated.ts -print0
  printf '%s\0' "$document"
} | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum)
[ "$(cat "$out/.sources" 2>/dev/null)" != "$sources" ] || exit 0

left_out() { echo "Dashboard and extension are not built: $1" >&2; rm -rf "$out" "$extension"; exit 0; }
find_node || left_out "Node.js 20.19 or newer with npm is missing"
mkdir -p target
web_packages || left_out "npm could not install (web/target/npm.log)"
rm -rf "$out"
node node_modules/openapi-typescript/bin/cli.js "$document" -o client/src/generated.ts >target/client.log
node node_modules/typescript/bin/tsc -p dashboard
node node_modules/typescript/bin/tsc -p extension
node --test shared/test/*.test.mjs dashboard/test/*.test.mjs extension/test/*.test.mjs >target/test.log ||
  { cat target/test.log >&2; exit 1; }
LOTVIEW_APP_OUT=$(realpath -m "$out") node node_modules/vite/bin/vite.js build dashboard --logLevel warn
node dashboard/sizes.mjs "$out"
node extension/build.mjs "$(realpath -m "$extension")"
mkdir -p "$out"
printf '%s\n' "$sources" >"$out/.sources"

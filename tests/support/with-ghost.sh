#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
#
# with-ghost.sh COMMAND…: runs COMMAND with a new, real Ghost on a free port, and removes it
# afterwards. COMMAND finds GHOST_URL, GHOST_ADMIN_KEY and GHOST_CONTENT (a folder) in its environment.
#
# Ghost has no Debian package: building it from the npm registry takes minutes and 600 MB, once. That
# is done when GHOST_BUILD=1 asks for it; without a built Ghost the test says skipped, and why.
# GHOST_TREE names one that was built elsewhere.
set -eu

version=5.130.6
here=$(dirname "$(readlink -f "$0")")
tree=${GHOST_TREE:-${XDG_CACHE_HOME:-$HOME/.cache}/verslag-tests/ghost-$version}
folder=
ghost=
job=

skip ()
{
  printf '1..0 # SKIP %s\n' "$1"
  exit 0
}

# shellcheck disable=SC2317 # called by the trap
cleanup ()
{
  trap '' INT TERM HUP
  [ -z "$job" ] || kill -TERM -- "-$job" 2>/dev/null || :
  [ -z "$ghost" ] || kill -TERM -- "-$ghost" 2>/dev/null || :
  [ -z "$ghost" ] || wait "$ghost" 2>/dev/null || :
  [ -z "$folder" ] || rm -rf "$folder"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# The package's devDependencies point at places other than the registry, which yarn would fetch even
# for production.
build ()
{
  local work
  mkdir -p "$(dirname "$tree")"
  work=$(mktemp -d "$(dirname "$tree")/build.XXXXXX")
  (
    cd "$work"
    npm pack --silent "ghost@$version" >/dev/null
    tar xzf "ghost-$version.tgz"
    npm install --silent --no-audit --no-fund --prefix tools yarn@1.22.22 >/dev/null
    cd package
    node -e 'const fs = require("fs"), p = JSON.parse(fs.readFileSync("package.json"));
             delete p.devDependencies; fs.writeFileSync("package.json", JSON.stringify(p));'
    NODE_ENV=production HOME=$work YARN_CACHE_FOLDER=$work/yarn \
      npm_config_nodedir=$(dirname "$(dirname "$(readlink -f "$(command -v node)")")") \
      ../tools/node_modules/.bin/yarn install --production --pure-lockfile --non-interactive \
      --no-progress
  ) >"$work/log" 2>&1 || {
    tail -n 20 "$work/log" >&2
    rm -rf "$work"
    return 1
  }
  mv "$work/package" "$tree"
  rm -rf "$work"
}

configure ()
{
  local port=$1
  ln -sfn "$tree" "$folder/current"
  mkdir -p "$folder"/content/{data,images,media,files,logs,settings,public,adapters}
  cp -a "$tree/content/themes" "$folder/content/"
  cat >"$folder/config.development.json" <<JSON
{"url": "http://127.0.0.1:$port",
 "server": {"host": "127.0.0.1", "port": $port, "shutdownTimeout": 1000},
 "database": {"client": "sqlite3", "useNullAsDefault": true,
              "connection": {"filename": "$folder/content/data/ghost.db"}},
 "paths": {"contentPath": "$folder/content/"},
 "mail": {"transport": "stub"},
 "logging": {"level": "warn", "transports": ["stdout"]},
 "privacy": {"useUpdateCheck": false, "useGravatar": false, "useRpcPing": false},
 "security": {"staffDeviceVerification": false},
 "process": "local"}
JSON
}

# While it boots it answers 503 on the same port.
await ()
{
  local url=$1 tries=300
  while [ $((tries -= 1)) -gt 0 ]; do
    curl -s --max-time 5 "$url/ghost/api/admin/site/" 2>/dev/null | grep -q '"site":' && return
    kill -0 "$ghost" 2>/dev/null || return 1
    sleep 0.2
  done
  return 1
}

command -v node >/dev/null || skip 'Ghost needs node (18.12, 20.11, 22.13 and later of these)'
command -v curl >/dev/null || skip 'starting Ghost needs curl'
if [ ! -e "$tree/index.js" ]; then
  [ "${GHOST_BUILD:-}" = 1 ] || skip 'no built Ghost here; GHOST_BUILD=1 builds one (minutes, once)'
  command -v npm >/dev/null || skip 'building Ghost needs npm'
  build || skip 'Ghost could not be built here'
fi

folder=$(mktemp -d "${TMPDIR:-/tmp}/verslag-ghost.XXXXXX")
for attempt in 1 2 3 4 5; do
  port=$((20000 + RANDOM % 12000))
  (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && continue
  configure "$port"
  (cd "$folder" && NODE_ENV=development exec setsid node "$folder/current/index.js") \
    >"$folder/log" 2>&1 </dev/null &
  ghost=$!
  await "http://127.0.0.1:$port" && break
  [ "$attempt" -lt 5 ] || { tail -n 20 "$folder/log" >&2; exit 1; }
done
export GHOST_URL=http://127.0.0.1:$port GHOST_CONTENT=$folder/content
GHOST_ADMIN_KEY=$(node "$here/ghost/setup.js" "$GHOST_URL")
export GHOST_ADMIN_KEY
set -m
"$@" <&0 &
job=$!
set +m
status=0
wait "$job" || status=$?
job=
exit "$status"

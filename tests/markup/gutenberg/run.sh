#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
#
# run.sh PRINT-ARTICLES CACHE [FILE…]
#
# Holds the blocks that we write for many articles, and for the bodies in FILE, against the block
# editor of WordPress itself. The editor is installed from npm into CACHE once; where that is not
# possible the test is skipped.
set -euo pipefail

print_articles=$1
cache=$(realpath -m "$2")
shift 2
here=$(dirname "$(readlink -f "$0")")
version=$(sha256sum "$here/package-lock.json" | cut -c1-16)
editor=$cache/$version

skip ()
{
  echo "1..0 # SKIP $1"
  exit 0
}

install_editor ()
{
  local new

  mkdir -p "$cache"
  new=$(mktemp -d "$cache/new.XXXXXX")
  # shellcheck disable=SC2064
  trap "rm -rf '$new'" EXIT
  cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$new"
  (cd "$new" && npm ci --ignore-scripts --no-progress >"$cache/npm.log" 2>&1) || return 1
  # A third of it is for debuggers.
  find "$new/node_modules" -name '*.map' -delete
  rm -rf "$editor"
  mv "$new" "$editor"
}

command -v node >/dev/null || skip 'node is not installed'
if [ ! -d "$editor" ]; then
  command -v npm >/dev/null || skip 'npm is not installed'
  install_editor || skip "npm could not install the block editor; see $cache/npm.log"
fi

"$print_articles" 150 "$@" | exec node "$here/validate.cjs" "$editor"

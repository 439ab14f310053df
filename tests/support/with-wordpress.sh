#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
#
# with-wordpress.sh COMMAND…: runs COMMAND with a new, real WordPress on a free port, and removes it
# afterwards. COMMAND finds WP_URL, WP_REST, WP_ROOT, WP_EDITOR_USER, WP_EDITOR_APP_PASSWORD and the
# like in its environment. WORDPRESS_SUITE picks its version (host, trixie or sid; see wordpress.sh).
set -eu

here=$(dirname "$(readlink -f "$0")")
# Short, because a socket's path may have 107 bytes only.
folder=$(mktemp -d "${TMPDIR:-/tmp}/verslag-wp.XXXXXX")
job=
# shellcheck disable=SC2317 # called by the trap
cleanup ()
{
  trap '' INT TERM HUP
  [ -z "$job" ] || kill -TERM -- "-$job" 2>/dev/null || :
  "$here/wordpress.sh" stop "$folder/site" || :
  rm -rf "$folder"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

mkdir "$folder/site"
# Another test may take the same free port between the look and the start: then another one.
for attempt in 1 2 3 4 5; do
  port=$((20000 + RANDOM % 12000))
  (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && continue
  started=0
  "$here/wordpress.sh" start "$folder/site" "$port" "${WORDPRESS_SUITE:-host}" \
    >"$folder/variables" || started=$?
  [ "$started" -ne 0 ] || break
  if [ "$started" -eq 77 ] && [ "${WORDPRESS_SUITE:-host}" != host ]; then
    echo "1..0 # SKIP the WordPress of Debian ${WORDPRESS_SUITE} cannot be downloaded here"
    exit 0
  fi
  [ "$attempt" -lt 5 ] || exit 1
done
set -a
# shellcheck disable=SC1091 # made just now
. "$folder/variables"
set +a
set -m
"$@" <&0 &
job=$!
set +m
status=0
wait "$job" || status=$?
job=
exit "$status"

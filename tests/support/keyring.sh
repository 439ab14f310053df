#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
#
# keyring.sh COMMAND…: runs COMMAND with a Secret Service that answers: an empty, unlocked keyring
# in a folder of its own, on a bus of its own unless it has one (as below headless.sh).
set -eu

if [ -z "${DBUS_SESSION_BUS_ADDRESS:-}" ]; then
  exec dbus-run-session -- bash -c 'exec "$@" >&4 2>&5 4>&- 5>&-' bash "$0" "$@" \
    4>&1 5>&2 >/dev/null 2>&1
fi
private=$(mktemp -d "${TMPDIR:-/tmp}/verslag-keyring.XXXXXX")
daemon=
# shellcheck disable=SC2317 # called by the trap
cleanup ()
{
  [ -z "$daemon" ] || kill "$daemon" 2>/dev/null || :
  rm -rf "$private"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
mkdir -m 700 "$private/run"
mkfifo "$private/password"
# The empty line is the password of the new keyring.
XDG_DATA_HOME="$private" XDG_RUNTIME_DIR="$private/run" \
  gnome-keyring-daemon --foreground --unlock --components=secrets \
  <"$private/password" >/dev/null 2>&1 &
daemon=$!
echo >"$private/password"
for _ in {1..100}; do
  gdbus call --session --dest org.freedesktop.DBus --object-path /org/freedesktop/DBus \
    --method org.freedesktop.DBus.NameHasOwner org.freedesktop.secrets 2>/dev/null |
    grep -q true && break
  sleep 0.02
done
status=0
"$@" || status=$?
exit "$status"

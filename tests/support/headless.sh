#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
#
# headless.sh COMMAND…: runs COMMAND with an X server, a window manager, a session bus, XDG
# directories and a keymap of its own. Nothing of the caller's desktop leaks in, nothing stays
# behind. The exit status is COMMAND's.
#
# Environment: SCREEN (1280x900x24), WINDOW_MANAGER (openbox; empty for none), COMPOSITOR (empty;
# xcompmgr for clean pictures of popovers), GSK_RENDERER (cairo).
#
# Not xvfb-run: its `-a` picks a number by lock file, and two that start at once collide.
set -u

# A folder for what is kept between runs; the private cache below is thrown away.
export VERSLAG_TESTS_CACHE="${VERSLAG_TESTS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/verslag-tests}"

private=$(mktemp -d "${TMPDIR:-/tmp}/verslag-headless.XXXXXX") || exit 1
server=
job=

# shellcheck disable=SC2317 # called by the trap
cleanup ()
{
  trap '' INT TERM HUP
  # The job is a process group of its own, so that one signal ends the whole test.
  [ -z "$job" ] || kill -TERM -- "-$job" 2>/dev/null
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null && wait "$server" 2>/dev/null
  fi
  # Programs of the bus may still be writing their last file.
  rm -rf "$private" 2>/dev/null || { sleep 0.2; rm -rf "$private"; }
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

unset WAYLAND_DISPLAY DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS SESSION_MANAGER
unset DESKTOP_SESSION XDG_CURRENT_DESKTOP
mkdir -m 700 "$private/run" "$private/home"
export XDG_RUNTIME_DIR="$private/run"
export XDG_CONFIG_HOME="$private/home/config" XDG_DATA_HOME="$private/home/data"
export XDG_STATE_HOME="$private/home/state" XDG_CACHE_HOME="$private/home/cache"
export GDK_BACKEND=x11 GSK_RENDERER="${GSK_RENDERER-cairo}" LIBGL_ALWAYS_SOFTWARE=1
export GSETTINGS_BACKEND="${GSETTINGS_BACKEND:-memory}"
export XAUTHORITY="$private/xauthority"

cookie=$(mcookie)
: >"$XAUTHORITY"
printf 'add :0 . %s\n' "$cookie" | xauth -q -f "$private/server-auth" source - 2>/dev/null
mkfifo "$private/number"
# The server picks a free display itself and says which.
Xvfb -displayfd 3 -screen 0 "${SCREEN:-1280x900x24}" -dpi 96 -nolisten tcp -noreset \
  -auth "$private/server-auth" 3>"$private/number" >"$private/server.log" 2>&1 &
server=$!
if ! read -r -t 30 number <"$private/number"; then
  echo "headless.sh: the X server did not start:" >&2
  cat "$private/server.log" >&2
  exit 1
fi
export DISPLAY=":$number"
xauth -q add "$DISPLAY" . "$cookie"
# This layout has é, ë, € and “ ”: typing them then needs no remapping, which loses keys under load.
setxkbmap eu 2>/dev/null

manager=${WINDOW_MANAGER-openbox}
if [ -n "$manager" ]; then
  "$manager" >/dev/null 2>&1 &
  # Ready as soon as it has put its name on the root window.
  for _ in {1..100}; do
    xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q '#' && break
    sleep 0.02
  done
fi
[ -z "${COMPOSITOR:-}" ] || "$COMPOSITOR" >/dev/null 2>&1 &

# What the bus and its services say about themselves would stand between the lines of a test.
set -m
dbus-run-session -- bash -c 'exec "$@" >&4 2>&5 4>&- 5>&-' bash "$@" \
  <&0 4>&1 5>&2 >/dev/null 2>&1 &
job=$!
set +m
wait "$job"
status=$?
# What the command left behind on its bus ends with it.
kill -TERM -- "-$job" 2>/dev/null
job=
exit "$status"

#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
#
# dutch.sh COMMAND…: runs COMMAND in Dutch, dates and numbers included, on a machine where no Dutch
# locale is generated. The locale is compiled once into the cache of the tests; no root needed.
set -eu

cache="${VERSLAG_TESTS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/verslag-tests}"
locales="$cache/locale"
if [ ! -e "$locales/nl_NL.UTF-8/LC_TIME" ]; then
  mkdir -p "$locales"
  fresh=$(mktemp -d "$cache/locale.XXXXXX")
  localedef -i nl_NL -f UTF-8 "$fresh/nl_NL.UTF-8"
  # Another test may have been faster; then its result stands.
  mv -T "$fresh/nl_NL.UTF-8" "$locales/nl_NL.UTF-8" 2>/dev/null || :
  rm -rf "$fresh"
fi
exec env LOCPATH="$locales" LANG=nl_NL.UTF-8 LC_ALL=nl_NL.UTF-8 LANGUAGE=nl "$@"

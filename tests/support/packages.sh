# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
#
# Sourced by run and tests/run: which Debian packages are needed, installing what is missing of
# them, and building. Only Debian's own tools are used, whatever the shell of the caller put before.

export PATH=/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin
unset PYTHONPATH PYTHONHOME LIBRARY_PATH LD_LIBRARY_PATH CPATH C_INCLUDE_PATH
# ccache, where a developer has it, stands before the compilers under their own names.
[ ! -d /usr/lib/ccache ] || PATH="/usr/lib/ccache:$PATH"

# shellcheck disable=SC2034 # used by who sources this
{
PACKAGES_BUILD=(
  gcc libc6-dev pkg-config meson ninja-build gettext libxml2-utils libglib2.0-dev
  libglib2.0-dev-bin desktop-file-utils appstream libgtk-4-dev libgtksourceview-5-dev
  libadwaita-1-dev libjson-glib-dev libpango1.0-dev libgdk-pixbuf-2.0-dev libcmark-dev libgumbo-dev libgit2-dev libstemmer-dev
  libenchant-2-dev libsqlite3-dev libsoup-3.0-dev libsecret-1-dev libxml2-dev zlib1g-dev
)
PACKAGES_RUN=(
  webp-pixbuf-loader libgtk-4-bin libgtk-4-common librsvg2-common adwaita-icon-theme hicolor-icon-theme
  fonts-cantarell fonts-urw-base35 fonts-dejavu-core dconf-gsettings-backend glib-networking ca-certificates dbus
  libgtk-4-media-gstreamer gstreamer1.0-plugins-base gstreamer1.0-plugins-good
  at-spi2-core hunspell-nl hunspell-en-gb hunspell-en-us
)
PACKAGES_WORDPRESS=(
  php-cli php-mysql php-gd php-mbstring php-xml php-curl php-intl php-zip
  mariadb-server-core mariadb-client-core curl util-linux
)
PACKAGES_TEST=(
  xvfb xauth x11-xkb-utils x11-utils openbox xcompmgr xdotool tidy openssl imagemagick locales
  python3 python3-gi gir1.2-atspi-2.0 gnome-keyring libsecret-tools
  fonts-noto-color-emoji shellcheck pandoc python3-feedparser
)
}

say ()
{
  printf '%s\n' "$*" >&2
}

die ()
{
  say "$*"
  exit 1
}

# logged COMMAND…: runs it quietly; its last words are shown only when it fails.
logged ()
{
  local log status=0
  log=$(mktemp)
  "$@" >"$log" 2>&1 || status=$?
  [ "$status" -eq 0 ] || tail -n 60 "$log" >&2
  rm -f "$log"
  return "$status"
}

# may_become_root: whether sudo works, asking for a password where somebody can type it.
may_become_root ()
{
  command -v sudo >/dev/null || return 1
  [ -t 0 ] || sudo -n true 2>/dev/null
}

# ensure_packages PACKAGE…: installs what is missing, and does nothing when nothing is.
ensure_packages ()
{
  local installed package by_hand missing=() install=()
  # One question for all of them: 30 ms.
  installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || :)
  for package in "$@"; do
    [[ $'\n'"$installed"$'\n' == *$'\n'"$package installed"$'\n'* ]] || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  by_hand="apt-get update && apt-get install --no-install-recommends ${missing[*]}"
  if [ "$(id -u)" -ne 0 ]; then
    may_become_root ||
      die "These Debian packages are missing, and only root can install them. Run as root:
  $by_hand"
    install=(sudo)
  fi
  install+=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300)
  say "Installing ${#missing[@]} Debian packages, which takes some minutes at most: ${missing[*]}"
  # First with the lists that are there; when those are too old or absent, with fresh ones.
  "${install[@]}" install -y --no-install-recommends "${missing[@]}" >/dev/null 2>&1 && return
  if ! logged "${install[@]}" update ||
     ! logged "${install[@]}" install -y --no-install-recommends "${missing[@]}"; then
    die "These packages could not be installed; what went wrong is above. By hand, as root:
  $by_hand"
  fi
}

# build DIR [OPTION…]: sets DIR up when that has not been done yet, and builds what has changed.
build ()
{
  local dir=$1
  shift
  if [ ! -f "$dir/build.ninja" ]; then
    say "Setting up $dir"
    logged meson setup "$dir" "$@" || die "The build could not be set up."
  fi
  [[ $(ninja -C "$dir" -n 2>/dev/null) != *'no work to do'* ]] || return 0
  say "Building"
  if [ -t 2 ]; then
    ninja -C "$dir" >&2
  else
    logged ninja -C "$dir"
  fi || die "The build failed."
}

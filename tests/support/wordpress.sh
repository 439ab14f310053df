#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
#
# wordpress.sh start DIR PORT [host|trixie|sid]
# wordpress.sh stop DIR [--keep]
#
# A real WordPress with MariaDB for tests and demonstrations, on 127.0.0.1:PORT and private to DIR.
# Debian's package is unpacked, never installed, so that no web server and no service comes along:
# `host` is the WordPress of this machine's own Debian (the default), the others that of a newer one.
#
# start: prints lines NAME='value' for eval; progress goes to standard error. Exit 0 only when the
# REST API answered. A running instance is reported, a stopped one is started with its data, and
# what a failed start had begun is ended again; 77 means that its packages cannot be had. stop: ends what start began, found by the process
# ids it wrote and checked against /proc before any signal, and removes DIR unless --keep.
#
# Environment: WORDPRESS_LOCALE (nl_NL), WORDPRESS_TITLE (Testblad), WORDPRESS_WORKERS (4),
# WORDPRESS_PERMALINKS (/%postname%/; empty for plain ones), WORDPRESS_ENVIRONMENT (local;
# "production" refuses application passwords over http), WORDPRESS_UPLOAD_MAX (8M),
# WORDPRESS_PLUGINS (names of wordpress/plugins/, with spaces; none),
# VERSLAG_TESTS_CACHE (unpacked packages, shared by instances).
set -euo pipefail
export LC_ALL=C
export PATH="$PATH:/usr/sbin:/sbin"

here=$(dirname "$(readlink -f "$0")")
command=${1:-}
[ $# -ge 2 ] || { echo "usage: wordpress.sh start DIR PORT [SUITE] | stop DIR [--keep]" >&2; exit 2; }

say ()
{
  printf 'wordpress.sh: %s\n' "$*" >&2
}

die ()
{
  say "$*"
  exit 1
}

# alive PIDFILE WORD: is the process in PIDFILE still the one with WORD in its command line?
alive ()
{
  local pid
  [ -s "$1" ] && pid=$(<"$1") && [ -r "/proc/$pid/cmdline" ] || return 1
  tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF -- "$2"
}

# members GROUP WORD: the live processes of the process group that have WORD in their command line.
members ()
{
  local folder stat state group
  for folder in /proc/[0-9]*; do
    { read -r stat <"$folder/stat"; } 2>/dev/null || continue
    # After the name in parentheses: state, parent, group.
    read -r state _ group _ <<<"${stat##*) }"
    if [ "$group" = "$1" ] && [ "$state" != Z ] &&
       tr '\0' ' ' <"$folder/cmdline" 2>/dev/null | grep -qF -- "$2"; then
      printf '%s\n' "${folder#/proc/}"
    fi
  done
}

# end_group PIDFILE WORD SIGNAL…: each signal in turn until the group is gone, 5 s for each.
end_group ()
{
  local pidfile=$1 word=$2 signal pid group
  [ -s "$pidfile" ] || return 0
  group=$(<"$pidfile")
  shift 2
  for signal in "$@"; do
    for pid in $(members "$group" "$word"); do
      kill -s "$signal" "$pid" 2>/dev/null || :
    done
    for _ in {1..50}; do
      [ -n "$(members "$group" "$word")" ] || { rm -f "$pidfile"; return 0; }
      sleep 0.1
    done
  done
  die "still running: $(members "$group" "$word" | tr '\n' ' ')"
}

# stop DIR [--keep]
stop ()
{
  [ -d "$1" ] || return 0
  local dir
  dir=$(cd "$1" && pwd)
  [ -e "$dir/.verslag-wordpress" ] || die "$dir was not made by wordpress.sh"
  # The whole group: PHP's server leaves its workers on the port when only the master ends.
  end_group "$dir/run/php.pid" "$dir/" TERM KILL
  if [ "${2:-}" = --keep ]; then
    end_group "$dir/run/mariadb.pid" "$dir/db" TERM KILL
  else
    end_group "$dir/run/mariadb.pid" "$dir/db" KILL  # its data goes anyway
  fi
  rm -f "$dir/run/my.sock"
  [ "${2:-}" = --keep ] || rm -rf "$dir"
}

# mirror: the address this machine takes its Debian packages from.
mirror ()
{
  # A machine has the one file or the other; what is not there is no failure.
  { cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null || :; } |
    sed -n -e 's/^URIs:[[:space:]]*\([^ ]*debian\/\{0,1\}\)$/\1/p' \
      -e 's/^deb\(  *\[[^]]*\]\)\{0,1\}  *\([^ ]*debian\/\{0,1\}\) .*/\2/p' |
    sed -n 1p
}

# other_release WORK SUITE: a private apt configuration for another Debian; the system's lists stay
# untouched. Signatures are checked; the date of expiry is not, because unstable's is a week after
# it was made and a mirror may lag behind.
other_release ()
{
  local work=$1 suite=$2 address keys=/usr/share/keyrings/debian-archive-keyring.gpg
  address=$(mirror)
  [ -n "$address" ] || { say "this machine's apt sources name no Debian mirror"; unobtainable "$work"; }
  mkdir -p "$work/apt/lists/partial" "$work/apt/archives/partial"
  : >"$work/apt/status"
  echo "deb [signed-by=$keys] $address $suite main" >"$work/apt/sources.list"
  [ "$suite" = sid ] || echo "deb [signed-by=$keys] ${address%/}-security $suite-security main" \
    >>"$work/apt/sources.list"
  cat >"$work/apt/apt.conf" <<CONFIGURATION
Dir::Etc::sourcelist "$work/apt/sources.list";
Dir::Etc::sourceparts "-";
Dir::State "$work/apt";
Dir::State::status "$work/apt/status";
Dir::Cache "$work/apt";
Acquire::Languages "none";
Acquire::Check-Valid-Until "false";
CONFIGURATION
  export APT_CONFIG="$work/apt/apt.conf"
}

# unobtainable WORK: another Debian's WordPress cannot be had here, which fails nothing of ours.
unobtainable ()
{
  rm -rf "$1"
  say "the packages of WordPress could not be downloaded; is there a network, and is apt-get update recent?"
  exit 77
}

# fetch SUITE TREE: unpacks WordPress into TREE.
fetch ()
{
  local suite=$1 tree=$2 package work apt=(apt-get -qq -o APT::Sandbox::User=root)
  local packages=(wordpress wordpress-l10n libjs-cropper libjs-underscore php-getid3)
  say "fetching WordPress ($suite)"
  work=$(mktemp -d "$cache/fetch.XXXXXX")
  mkdir "$work/packages" "$work/tree"
  if [ "$suite" = host ]; then
    packages+=(wordpress-theme-twentytwentythree)
    apt-cache show wordpress >/dev/null 2>&1 || "${apt[@]}" update >&2
  else
    packages+=(wordpress-theme-twentytwentyfive libjs-lodash libjs-jquery-ui libphp-phpmailer)
    other_release "$work" "$suite"
    "${apt[@]}" update >&2 || unobtainable "$work"
  fi
  (cd "$work/packages" && "${apt[@]}" download "${packages[@]}" >&2) || unobtainable "$work"
  unset APT_CONFIG
  for package in "$work"/packages/*.deb; do
    dpkg-deb -x "$package" "$work/tree"
  done
  # Debian's configuration looks in /etc/wordpress.
  rm -f "$work/tree/usr/share/wordpress/wp-config.php" "$work/tree/usr/share/wordpress/.htaccess"
  [ -e "$work/tree/usr/share/wordpress/wp-settings.php" ] || die "the package holds no WordPress"
  : >"$work/tree/.complete"
  rm -rf "$tree"
  mv "$work/tree" "$tree"
  rm -rf "$work"
}

# unpack SUITE: puts a WordPress of its own into $dir/package.
unpack ()
{
  local tree="$cache/wordpress-$1"
  [ ! -e "$dir/package/.complete" ] || return 0
  mkdir -p "$cache"
  # One download at a time for all who share the cache.
  exec 9>>"$cache/.lock"
  flock 9
  [ -e "$tree/.complete" ] || fetch "$1" "$tree"
  rm -rf "$dir/package"
  cp -a "$tree" "$dir/package"
  mkdir -p "$root/wp-content/uploads"
  exec 9>&-
}

sql ()
{
  mariadb --no-defaults --socket="$socket" -uroot --batch --skip-column-names "$@"
}

# start_database: MariaDB on a socket only, its data in $dir/db.
start_database ()
{
  local as_root=() tries=0
  [ "$(id -u)" -ne 0 ] || as_root=(--user=root)
  [ ${#socket} -le 100 ] || die "$dir is too deep: the path of the socket may have 107 bytes"
  if [ ! -d "$dir/db/mysql" ]; then
    rm -rf "$dir/db"
    mkdir "$dir/db"
    mariadb-install-db --no-defaults "${as_root[@]}" --datadir="$dir/db" --skip-test-db \
      --auth-root-authentication-method=normal --innodb-log-file-size=8M \
      >"$run/install-db.log" 2>&1 || { tail -n 5 "$run/install-db.log" >&2; die "no database"; }
  fi
  if ! alive "$run/mariadb.pid" "$dir/db"; then
    rm -f "$socket"
    setsid mariadbd --no-defaults "${as_root[@]}" --datadir="$dir/db" --socket="$socket" \
      --pid-file="$run/mariadb.own.pid" --log-error="$run/mariadb.log" --skip-networking \
      --skip-log-bin --skip-name-resolve --performance-schema=off --innodb-log-file-size=8M \
      --innodb-buffer-pool-size=64M --innodb-flush-log-at-trx-commit=0 --innodb-doublewrite=0 \
      </dev/null >/dev/null 2>&1 &
    echo $! >"$run/mariadb.pid"
    until sql -e 'select 1' >/dev/null 2>&1; do
      tries=$((tries + 1))
      if [ $tries -ge 300 ] || ! kill -0 "$(<"$run/mariadb.pid")" 2>/dev/null; then
        tail -n 5 "$run/mariadb.log" >&2
        die "MariaDB did not start"
      fi
      sleep 0.1
    done
  fi
  sql -e "create database if not exists wordpress
            character set utf8mb4 collate utf8mb4_unicode_520_ci;
          create user if not exists wp@localhost identified by 'wp';
          grant all on wordpress.* to wp@localhost;"
}

configure ()
{
  # The password of the database is no secret: only this user can reach its socket.
  cat >"$root/wp-config.php" <<PHP
<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'wp');
define('DB_PASSWORD', 'wp');
define('DB_HOST', 'localhost:$socket');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
\$table_prefix = 'wp_';
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as \$name) {
    define(\$name . '_KEY', hash('sha256', 'private key ' . \$name));
    define(\$name . '_SALT', hash('sha256', 'private salt ' . \$name));
}
define('WP_HOME', '$url');
define('WP_SITEURL', '$url');
define('WP_ENVIRONMENT_TYPE', '${WORDPRESS_ENVIRONMENT:-local}');
define('DISABLE_WP_CRON', true);
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('FS_METHOD', 'direct');
define('WP_DEBUG', true);
define('WP_DEBUG_DISPLAY', false);
define('WP_DEBUG_LOG', '$run/wordpress.log');
if (!defined('ABSPATH')) {
    define('ABSPATH', __DIR__ . '/');
}
require_once ABSPATH . 'wp-settings.php';
PHP
}

# add_plugins: what a site may have beside WordPress itself, always on.
add_plugins ()
{
  local name
  mkdir -p "$root/wp-content/mu-plugins"
  for name in ${WORDPRESS_PLUGINS:-}; do
    cp "$here/wordpress/plugins/$name.php" "$root/wp-content/mu-plugins/"
  done
}

set_up ()
{
  local step
  [ ! -s "$dir/users.env" ] || return 0
  for step in install users; do
    "${php[@]}" "$here/wordpress/setup.php" "$step" "$root" "$url" "${WORDPRESS_LOCALE-nl_NL}" \
      "${WORDPRESS_TITLE:-Testblad}" "$dir/users.env" >"$run/setup.log" 2>&1 ||
      { tail -n 5 "$run/setup.log" >&2; die "WordPress could not be set up ($step)"; }
  done
}

# start_server: PHP's own server; its master and workers are one process group.
start_server ()
{
  local tries=0
  if ! alive "$run/php.pid" "$dir/"; then
    ! curl -s -o /dev/null --max-time 2 "$url/" || die "port $port is in use by something else"
    PHP_CLI_SERVER_WORKERS=${WORDPRESS_WORKERS:-4} setsid "${php[@]}" \
      -d opcache.enable=1 -d opcache.enable_cli=1 -d opcache.revalidate_freq=0 \
      -d upload_max_filesize="${WORDPRESS_UPLOAD_MAX:-8M}" \
      -d post_max_size="${WORDPRESS_UPLOAD_MAX:-8M}" \
      -S "127.0.0.1:$port" -t "$root" "$here/wordpress/router.php" \
      </dev/null >"$run/php.log" 2>&1 &
    echo $! >"$run/php.pid"
  fi
  until curl -s --max-time 5 "$url/?rest_route=/" 2>/dev/null | grep -qF 'wp\/v2'; do
    tries=$((tries + 1))
    if [ $tries -ge 150 ] || ! kill -0 "$(<"$run/php.pid")" 2>/dev/null; then
      tail -n 5 "$run/php.log" >&2
      die "WordPress does not answer on port $port"
    fi
    sleep 0.2
  done
}

# start DIR PORT [SUITE]
start ()
{
  local suite=${3:-host}
  port=$2
  [[ $port =~ ^[0-9]+$ ]] || die "PORT must be a number, not $port"
  [[ $suite =~ ^(host|trixie|sid)$ ]] || die "there is no suite $suite"
  mkdir -p "$1"
  dir=$(cd "$1" && pwd)
  [[ $dir != *[\'\ ]* ]] || die "the folder may hold no spaces or quotes: $dir"
  if [ ! -e "$dir/.verslag-wordpress" ]; then
    [ -z "$(ls -A "$dir")" ] || die "$dir is not empty and was not made by wordpress.sh"
    : >"$dir/.verslag-wordpress"
  fi
  chmod 700 "$dir"
  root="$dir/package/usr/share/wordpress"
  run="$dir/run"
  socket="$run/my.sock"
  url="http://127.0.0.1:$port"
  php=(php -d sendmail_path=/bin/true -d memory_limit=256M)
  cache=${VERSLAG_TESTS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/verslag-tests}
  mkdir -p "$run"
  # An instance that runs on another port moves.
  if [ -s "$dir/port" ] && [ "$(<"$dir/port")" != "$port" ]; then
    stop "$dir" --keep
  fi
  printf '%s\n' "$port" >"$dir/port"
  # shellcheck disable=SC2064 # the folder of now
  trap "stop '$dir' --keep" EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP

  unpack "$suite"
  start_database
  configure
  set_up
  add_plugins
  start_server
  trap - EXIT

  local rest="$url/wp-json/"
  [ -n "${WORDPRESS_PERMALINKS-x}" ] || rest="$url/?rest_route=/"
  printf "WP_URL='%s'\nWP_REST='%s'\nWP_DIR='%s'\nWP_ROOT='%s'\nWP_DB_SOCKET='%s'\n" \
    "$url" "$rest" "$dir" "$root" "$socket"
  cat "$dir/users.env"
}

shift
case $command in
  start)
    [ $# -ge 2 ] || die "start needs DIR and PORT"
    for program in php mariadbd mariadb mariadb-install-db curl setsid flock; do
      command -v "$program" >/dev/null || die "$program is missing; tests/run installs it"
    done
    start "$@"
    ;;
  stop) stop "$@" ;;
  *) die "there is no command $command" ;;
esac

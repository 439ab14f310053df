#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
#
# fault-matrix.sh [BUILD]: the whole fault matrix, by hand: more than 2,000 faulty publications on a
# real WordPress and, where one was built, 500 on a real Ghost. Half an hour on a quiet machine. Prints
# for every cell how many articles were there once, whole, and in the right state afterwards.
set -eu

here=$(dirname "$(readlink -f "$0")")
build=${1:-$here/../../build}
status=0

"$here/../support/with-wordpress.sh" "$build/tests/e2e/fault-matrix" --rounds 9 || status=1
"$here/../support/with-ghost.sh" "$build/tests/e2e/fault-matrix" --rounds 2 || status=1
exit "$status"

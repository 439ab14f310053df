#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""How old the text is that is lost when Verslag is killed while somebody types.

  tests/bench/kills.py [--kills 1000] [--parallel 16] [--bytes 60000] [--window 0]

The first kills are of a small program that types 10 to 20 keys a second on the real desk, in an
article of so many bytes; with --window N, N kills follow of the real window, with real keys (below
headless.sh, one at a time). Each kill is SIGKILL at a random moment; then the folder is opened as the
next start does, the whole database is checked, and its text is compared with what was typed. Prints
the age of the first key that was lost, 0 where none was; exit 1 when one is older than a second.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
os.environ.setdefault('VERSLAG_BUILD', str(TOP / 'build'))
sys.path.insert(0, str(TOP / 'tests' / 'support'))
from kills import BUILD, PROMISE, kill_often, quantile  # noqa: E402


def report(name, results, seconds):
    ages = [age for _, _, age in results]
    print(f'{name}: {len(results)} kills, {sum(n for n, _, _ in results)} keys, {seconds:.0f} s; '
          f'{sum(1 for age in ages if age == 0)} lost nothing')
    print(f'  age of what was lost: p50 {quantile(ages, .5):.0f} ms, p99 {quantile(ages, .99):.0f} ms, '
          f'max {max(ages):.0f} ms; keys lost: max {max(n for _, n, _ in results)}')
    return max(ages)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--kills', type=int, default=1000)
    parser.add_argument('--parallel', type=int, default=16)
    parser.add_argument('--bytes', type=int, default=60_000)
    parser.add_argument('--window', type=int, default=0)
    arguments = parser.parse_args()
    if arguments.window > 0 and 'VERSLAG_BENCH_INSIDE' not in os.environ:
        environment = {
            **os.environ, 'VERSLAG_BENCH_INSIDE': '1', 'LC_ALL': 'C.UTF-8',
            'GSETTINGS_SCHEMA_DIR': str(BUILD / 'data'), 'VERSLAG_LOCALEDIR': str(BUILD / 'po'),
            'XDG_DATA_DIRS': f'{TOP}/data:/usr/local/share:/usr/share'}
        return subprocess.run([TOP / 'tests' / 'support' / 'headless.sh', sys.executable, __file__,
                               *sys.argv[1:]], env=environment).returncode
    oldest = 0
    with tempfile.TemporaryDirectory(prefix='verslag-kills.') as folder:
        if arguments.kills > 0:
            start = time.monotonic()
            results = kill_often(folder, arguments.kills, arguments.parallel, arguments.bytes)
            oldest = report('desk', results, time.monotonic() - start)
        if arguments.window > 0:
            from window_kills import kill_windows
            start = time.monotonic()
            results = kill_windows(folder, arguments.window)
            oldest = max(oldest, report('window', results, time.monotonic() - start))
    print(f'limit {PROMISE} ms')
    return 0 if oldest <= PROMISE else 1


if __name__ == '__main__':
    sys.exit(main())

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""Whether the window opens as fast with a large library as with a small one.

  tests/bench/library-start.py SMALL LARGE [--rounds 7] [--limit 1.1]

SMALL and LARGE are data directories, as `store-bench fill DIRECTORY ARTICLES` makes them. The window
is started on both in turn, so that the noise of the machine meets both alike; the first start of each
does not count. Prints medians in milliseconds and their ratio; exit 1 when that is over the limit.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
BUILD = pathlib.Path(os.environ.get('VERSLAG_BUILD', TOP / 'build')).resolve()


def time_start(folder):
    """(until mapped, until painted), in ms."""
    done = subprocess.run([BUILD / 'tests' / 'bench' / 'first-frame', BUILD / 'src' / 'verslag',
                           '--data', folder], stdout=subprocess.PIPE, text=True, check=True)
    return tuple(float(word) for word in done.stdout.split())


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('small')
    parser.add_argument('large')
    parser.add_argument('--rounds', type=int, default=7)
    parser.add_argument('--limit', type=float, default=1.1)
    arguments = parser.parse_args()
    if 'VERSLAG_BENCH_INSIDE' not in os.environ:
        environment = {
            **os.environ, 'VERSLAG_BENCH_INSIDE': '1', 'LC_ALL': 'C.UTF-8',
            'GSETTINGS_SCHEMA_DIR': str(BUILD / 'data'), 'VERSLAG_LOCALEDIR': str(BUILD / 'po'),
            'XDG_DATA_DIRS': f'{TOP}/data:/usr/local/share:/usr/share'}
        return subprocess.run([TOP / 'tests' / 'support' / 'headless.sh', sys.executable, __file__,
                               *sys.argv[1:]], env=environment).returncode
    times = {arguments.small: [], arguments.large: []}
    for number in range(arguments.rounds + 1):
        for folder, measured in times.items():
            taken = time_start(folder)
            if number > 0:
                measured.append(taken)
    painted = []
    for folder, measured in times.items():
        columns = [statistics.median(column) for column in zip(*measured)]
        print(f'{folder}: mapped after {columns[0]:.0f} ms, painted after {columns[-1]:.0f} ms')
        painted.append(columns[-1])
    ratio = painted[1] / painted[0]
    print(f'ratio {ratio:.2f}, limit {arguments.limit:.2f}')
    return 0 if ratio <= arguments.limit else 1


if __name__ == '__main__':
    sys.exit(main())

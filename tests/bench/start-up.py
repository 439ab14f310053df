#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""How long Verslag takes to show its first frame, beside gnome-text-editor.

  tests/bench/start-up.py [--rounds 10] [--limit 1.2] [--data DIR] [PROGRAM…]

PROGRAM is what stands for Verslag (default: build/src/verslag --data DIR, with the sample in it).
The two are started in turn, so that the noise of the machine meets both alike; the first start of
each does not count. Prints medians in milliseconds and their ratio; exit 1 when that is over the
limit. Needs a finished build and the package gnome-text-editor; a quiet machine gives quiet numbers.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
BUILD = pathlib.Path(os.environ.get('VERSLAG_BUILD', TOP / 'build')).resolve()
OTHER = ['gnome-text-editor', '--standalone']


def time_start(command):
    """(until mapped, until painted), in ms."""
    done = subprocess.run([BUILD / 'tests' / 'bench' / 'first-frame', *command],
                          stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise SystemExit(1)
    return tuple(float(word) for word in done.stdout.split())


def compare(command, rounds):
    times = {'verslag': [], 'gnome-text-editor': []}
    for number in range(rounds + 1):
        for name, words in (('verslag', command), ('gnome-text-editor', OTHER)):
            measured = time_start(words)
            if number > 0:
                times[name].append(measured)
    print(f'{"":20}{"window mapped":>24}{"first frame":>24}')
    painted = {}
    for name, values in times.items():
        columns = ''
        for column in zip(*values):
            median = statistics.median(column)
            columns += f'{f"{median:.0f} ({min(column):.0f}–{max(column):.0f})":>24}'
            painted[name] = median
        print(f'{name:20}{columns}')
    return painted['verslag'] / painted['gnome-text-editor']


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--rounds', type=int, default=10)
    parser.add_argument('--limit', type=float, default=1.2)
    parser.add_argument('--data')
    parser.add_argument('program', nargs='*')
    arguments = parser.parse_args()
    if shutil.which(OTHER[0]) is None:
        raise SystemExit('gnome-text-editor is missing; it is what Verslag is compared with.')
    if 'VERSLAG_BENCH_INSIDE' not in os.environ:
        environment = {
            **os.environ, 'VERSLAG_BENCH_INSIDE': '1', 'LC_ALL': 'C.UTF-8',
            'GSETTINGS_SCHEMA_DIR': str(BUILD / 'data'), 'VERSLAG_LOCALEDIR': str(BUILD / 'po'),
            'XDG_DATA_DIRS': f'{TOP}/data:/usr/local/share:/usr/share'}
        return subprocess.run([TOP / 'tests' / 'support' / 'headless.sh', sys.executable, __file__,
                               *sys.argv[1:]], env=environment).returncode
    with tempfile.TemporaryDirectory(prefix='verslag-bench.') as folder:
        data = arguments.data or folder
        command = arguments.program
        if not command:
            command = [str(BUILD / 'src' / 'verslag'), '--data', data]
            if not arguments.data:
                subprocess.run([BUILD / 'src' / 'verslag-cli', '--data', data, 'demo'],
                               stdout=subprocess.DEVNULL, check=True)
        ratio = compare(command, arguments.rounds)
    print(f'ratio {ratio:.2f}, limit {arguments.limit:.2f}')
    return 0 if ratio <= arguments.limit else 1


if __name__ == '__main__':
    sys.exit(main())

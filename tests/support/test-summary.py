#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""Proves that the last line of tests/run tells the truth, also when a test crashes or says nothing."""

import json
import pathlib
import subprocess
import sys
import tempfile

SUMMARY = pathlib.Path(__file__).resolve().with_name('summary.py')
# Name of the case, the log as (result, output) per test, the last line, the exit status.
CASES = [
    ('plain', [('OK', ''), ('OK', 'noise')], '2 passed, 0 failed', 0),
    ('subtests', [('OK', '1..2\nok 1 /a\n# c\nok 2 /b\n')], '2 passed, 0 failed', 0),
    ('failed subtest', [('FAIL', 'ok 1 /a\nnot ok 2 /b\n')], '1 passed, 1 failed', 1),
    ('skipped', [('OK', 'ok 1 /a\nok 2 /b # SKIP no network\n')],
     '1 passed, 0 failed, 1 skipped', 0),
    ('all skipped', [('SKIP', 'ok 1 /a # SKIP no network\n')], '0 passed, 0 failed, 1 skipped', 0),
    ('skipped without a word', [('SKIP', '')], '0 passed, 0 failed, 1 skipped', 0),
    ('skipped by its plan', [('SKIP', '1..0 # SKIP no server')], '0 passed, 0 failed, 1 skipped', 0),
    ('crash after the last subtest', [('ERROR', 'ok 1 /a\n')], '1 passed, 1 failed', 1),
    ('hang', [('TIMEOUT', 'ok 1 /a\n')], '1 passed, 1 failed', 1),
    ('plain failure', [('FAIL', 'words')], '0 passed, 1 failed', 1),
    ('nothing ran', [], '0 passed, 0 failed', 1),
    ('no log', None, '0 passed, 1 failed', 1),
]


def main():
    bad = 0
    print(f'1..{len(CASES)}')
    for number, (name, tests, line, status) in enumerate(CASES, 1):
        with tempfile.TemporaryDirectory() as folder:
            log = pathlib.Path(folder, 'log.json')
            if tests is not None:
                log.write_text(''.join(json.dumps({'name': 't', 'result': result, 'stdout': out}) + '\n'
                                       for result, out in tests))
            done = subprocess.run([sys.executable, SUMMARY, log], stdout=subprocess.PIPE, text=True)
        good = done.stdout.splitlines()[-1] == line and done.returncode == status
        bad += not good
        print('ok' if good else 'not ok', number, name)
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())

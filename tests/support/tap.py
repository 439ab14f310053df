# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""Runs the functions of a Python test and reports them in the Test Anything Protocol."""

import sys
import time
import traceback


class Skip(Exception):
    """Raised by a test that cannot run here; its text says why."""


def wait(ask, what, seconds=15):
    """Asks until the answer is true and returns it. What fails on the way counts as not yet."""
    end = time.monotonic() + seconds
    problem = None
    while time.monotonic() < end:
        try:
            answer = ask()
            if answer:
                return answer
            problem = None
        except Exception as error:  # what is looked at may go away while we look
            problem = error
        time.sleep(0.03)
    raise AssertionError(f'waited {seconds} s in vain for {what}' +
                         (f' ({problem})' if problem else ''))


def run(*tests):
    """Calls each test in turn and exits 1 when any failed."""
    failed = 0
    print(f'1..{len(tests)}', flush=True)
    for number, test in enumerate(tests, 1):
        name = test.__name__.removeprefix('test_').replace('_', '-')
        try:
            test()
            print(f'ok {number} {name}', flush=True)
        except Skip as reason:
            print(f'ok {number} {name} # SKIP {reason}', flush=True)
        except Exception:
            failed += 1
            print(f'not ok {number} {name}')
            print('# ' + traceback.format_exc().rstrip().replace('\n', '\n# '), flush=True)
    sys.exit(1 if failed else 0)

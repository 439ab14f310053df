#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""summary.py LOG: counts what Meson's log of a test run holds, each subtest of a TAP test as one.

Prints why tests were skipped and which failed, and last the line `N passed, N failed`, with
`, N skipped` when any were. Exit 1 when any failed, or when nothing ran at all.
"""

import json
import re
import sys

LINE = re.compile(r'^(not )?ok\b\s*\d*\s*(?:- )?(.*?)(?:\s+#\s*(SKIP|TO[D]O)\S*\s*(.*))?$', re.I)
# A program that does not run at all says so in its plan.
PLAN = re.compile(r'^1\.\.0\s*#\s*SKIP\S*\s*(.*)$', re.I)


def count_test(test):
    """(passed, failed, skipped) of one entry of the log, the latter two as lists of sentences."""
    name, result = test['name'], test['result']
    passed, failed, skipped = 0, [], []
    for line in (test.get('stdout') or '').splitlines():
        plan = PLAN.match(line)
        if plan is not None:
            skipped.append(f'{name}: {plan.group(1) or "no reason given"}')
        match = LINE.match(line)
        if match is None:
            continue
        bad, what, directive, reason = match.groups()
        if directive and directive.upper() == 'SKIP':
            skipped.append(f'{name}: {what}: {reason or "no reason given"}')
        elif bad and not directive:
            failed.append(f'{name}: {what}')
        else:
            passed += 1
    if result in ('OK', 'EXPECTEDFAIL'):
        # Not TAP: the whole program is one test.
        return (passed, failed, skipped) if passed or failed or skipped else (1, [], [])
    if result == 'SKIP':
        return 0, [], skipped or [f'{name}: said nothing']
    # It crashed, hung, or broke off, which no line of its own tells.
    return passed, failed or [f'{name}: {result.lower()}'], skipped


def main(path):
    passed, failed, skipped = 0, [], []
    try:
        with open(path, encoding='utf-8') as log:
            tests = [json.loads(line) for line in log]
    except OSError as error:
        tests, failed = [], [f'there is no log of the tests: {error}']
    for test in tests:
        counts = count_test(test)
        passed += counts[0]
        failed += counts[1]
        skipped += counts[2]
    for title, lines in (('Skipped', skipped), ('Failed', failed)):
        for line in lines:
            print(f'{title}: {line}')
    print(f'{passed} passed, {len(failed)} failed' +
          (f', {len(skipped)} skipped' if skipped else ''))
    return 1 if failed or passed + len(skipped) == 0 else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))

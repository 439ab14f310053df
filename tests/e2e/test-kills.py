#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""A small sample of what tests/bench/kills.py does a thousand times."""

import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'support'))
from kills import PROMISE, kill_often  # noqa: E402
from tap import run  # noqa: E402


def test_nothing_older_than_promised_is_lost():
    with tempfile.TemporaryDirectory(prefix='verslag-kills.') as folder:
        results = kill_often(folder, n_kills=16, n_parallel=4, longest=2.5)
    assert len(results) == 16, results
    assert sum(n_keys for n_keys, _, _ in results) > 50, results
    for n_keys, n_lost, age in results:
        assert age <= PROMISE, f'{n_lost} of {n_keys} keys are lost, the first of {age:.0f} ms before'


if __name__ == '__main__':
    run(test_nothing_older_than_promised_is_lost)

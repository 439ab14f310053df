#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""The live pad, driven from outside with real keys. Runs below headless.sh."""

import json
import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'support'))
from atspi import BUILD, App  # noqa: E402
from tap import run  # noqa: E402

FIRST = 'De dijk houdt het nog vóór de winter.'
SECOND = 'En dan de duinen.'

def cli(data, *words):
    """The JSON that the command line answers."""
    done = subprocess.run([BUILD / 'src' / 'verslag-cli', '--data', data, '--json', *words],
                          stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)

def test_killed_after_a_second_loses_nothing():
    with tempfile.TemporaryDirectory() as data:
        with App(data=data, name='pad-killed') as app:
            app.find('push button', 'New article')
            app.keys('ctrl+shift+n')
            app.click(app.find('label', 'Live pad'))
            app.click(app.find('push button', 'Start clock'))
            app.find('push button', 'Pause clock')
            app.click(app.find('push button', 'New line'))
            line = app.find('text', 'What is said')
            app.type(FIRST)
            app.expect_text(line, FIRST)
            app.keys('ctrl+m')
            app.keys('Return')
            app.type(SECOND)
            # The promise is about this second, so it is waited for and not polled.
            time.sleep(1.5)
            app.kill()
        debate = cli(data, 'debate', 'show', cli(data, 'debate', 'list')[0]['id'])
        assert [line['text'] for line in debate['pad']] == [FIRST, SECOND], debate
        assert [line['quote'] for line in debate['pad']] == [True, False], debate
        assert all(line['time_ms'] >= 0 for line in debate['pad']), debate


if __name__ == '__main__':
    run(test_killed_after_a_second_loses_nothing)

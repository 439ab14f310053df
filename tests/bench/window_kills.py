# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""Kills the real window while real keys arrive. Below headless.sh, with AT-SPI."""

import json
import pathlib
import random
import subprocess
import time

from atspi import BUILD, App


def cli(data, *words):
    done = subprocess.run([BUILD / 'src' / 'verslag-cli', '--data', data, '--json', *words],
                          stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)


def type_for(app, seconds):
    """Presses 10 to 20 keys a second; returns the text and the moment at which each was pressed."""
    text = ''
    moments = []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        number, place = divmod(len(text), 6)
        key = f'{number:05} '[place]
        moments.append(time.monotonic())
        app.keys('space' if key == ' ' else key)
        text += key
        time.sleep(max(0.0, moments[-1] + random.uniform(0.05, 0.1) - time.monotonic()))
    return text, moments


def kill_window(data, longest):
    with App(data=data, name='kill') as app:
        app.find('push button', 'New article')
        app.keys('ctrl+n')
        app.click(app.find('text', 'Text of the article'))
        text, moments = type_for(app, random.uniform(0.5, longest))
        at = time.monotonic()
        app.kill()
    problems = cli(data, 'store', 'check')['problems']
    if problems:
        raise AssertionError(f'the database is damaged: {problems}')
    article = cli(data, 'show', cli(data, 'list')[0]['id'])
    kept = article['body'].rstrip('\n')
    # A space at the end may be what is lost, or may not be told.
    if not text.startswith(kept):
        raise AssertionError(f'{kept!r} is not the beginning of {text!r}')
    n_kept = len(kept)
    age = 0 if text[n_kept:].strip() == '' else (at - moments[n_kept]) * 1000
    return len(text), len(text) - n_kept, age


def kill_windows(folder, n_kills, longest=3.0):
    return [kill_window(str(pathlib.Path(folder) / f'window-{number}'), longest)
            for number in range(n_kills)]

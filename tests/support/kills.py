# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""Kills programs in which somebody types, and measures how old the text is that is lost by it."""

import os
import pathlib
import random
import subprocess
import threading
import time

BUILD = pathlib.Path(os.environ.get('VERSLAG_BUILD', 'build')).resolve()
TYPIST = BUILD / 'tests' / 'e2e' / 'typist'

# What the program promises, in ms: nothing older is ever lost.
PROMISE = 1000


def ask(*words):
    done = subprocess.run([TYPIST, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True)
    if done.returncode != 0:
        raise AssertionError(f'typist {words[0]} {words[1]}: {done.stderr.strip()}')
    return done.stdout.split()


def kill_once(data, article, seed, longest):
    """Lets somebody type for at most `longest` seconds; returns (keys, lost keys, age in ms)."""
    log = pathlib.Path(data) / f'kill-{seed}'
    keys = pathlib.Path(f'{log}.keys')
    process = subprocess.Popen([TYPIST, 'type', data, article, str(seed), log])
    try:
        end = time.monotonic() + 30
        while not keys.exists():
            if process.poll() is not None or time.monotonic() > end:
                raise AssertionError('the typist did not begin')
            time.sleep(0.002)
        time.sleep(random.uniform(0, longest))
    finally:
        # From before the kill: what is pressed between the two counts as lost, but not as older.
        at = time.monotonic_ns() // 1000
        process.kill()
        process.wait()
    n_keys, n_lost, age = map(int, ask('look', data, article, seed, log, at))
    for suffix in ('keys', 'body', 'headline'):
        pathlib.Path(f'{log}.{suffix}').unlink()
    return n_keys, n_lost, max(age, 0) / 1000


def kill_often(folder, n_kills, n_parallel, n_bytes=60_000, longest=3.0):
    """`n_parallel` articles, in folders of their own, are typed in at once, and again after each
    kill. Returns what kill_once() returns, of each kill; raises when one of them went wrong."""
    results = []
    problems = []

    def work(number):
        data = pathlib.Path(folder) / str(number)
        try:
            article, = ask('make', data, n_bytes)
            for seed in range(number, n_kills, n_parallel):
                results.append(kill_once(data, article, seed, longest))
        except Exception as error:
            problems.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(n_parallel)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if problems:
        raise problems[0]
    return results


def quantile(values, share):
    return sorted(values)[round((len(values) - 1) * share)]

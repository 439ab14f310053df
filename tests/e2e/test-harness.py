#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""What the other tests stand on: a display of one's own, a keymap with é, Dutch, a keyring."""

import os
import pathlib
import subprocess
import sys

SUPPORT = pathlib.Path(__file__).resolve().parent.parent / 'support'
sys.path.insert(0, str(SUPPORT))
from tap import run  # noqa: E402


def output(*command):
    return subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, text=True,
                          check=True).stdout.strip()


def test_display_has_a_window_manager():
    assert 'window id' in output('xprop', '-root', '_NET_SUPPORTING_WM_CHECK')


def test_keymap_has_letters_with_accents():
    keymap = output('xkbcomp', os.environ['DISPLAY'], '-')
    for name in ('eacute', 'ediaeresis', 'EuroSign', 'leftdoublequotemark'):
        assert name in keymap, name


def test_folders_are_private():
    for name in ('XDG_RUNTIME_DIR', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME'):
        assert 'verslag-headless' in os.environ[name], name


def test_dutch_dates():
    assert output(SUPPORT / 'dutch.sh', 'date', '-d', '2026-03-02', '+%A %B') == 'maandag maart'


def test_keyring_keeps_a_secret():
    script = 'printf geheim | secret-tool store --label=proef key value; secret-tool lookup key value'
    assert output(SUPPORT / 'keyring.sh', 'sh', '-c', script) == 'geheim'


def test_exit_status_comes_through():
    done = subprocess.run([SUPPORT / 'headless.sh', 'sh', '-c', 'exit 7'])
    assert done.returncode == 7, done.returncode


def test_displays_do_not_collide():
    jobs = [subprocess.Popen([SUPPORT / 'headless.sh', 'sh', '-c', 'echo $DISPLAY; sleep 0.5'],
                             stdout=subprocess.PIPE, text=True) for _ in range(3)]
    displays = [job.communicate()[0].strip() for job in jobs]
    assert len(set(displays)) == 3 and all(displays), displays


if __name__ == '__main__':
    run(test_display_has_a_window_manager, test_keymap_has_letters_with_accents,
        test_folders_are_private, test_dutch_dates, test_keyring_keeps_a_secret,
        test_exit_status_comes_through, test_displays_do_not_collide)

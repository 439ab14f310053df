#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""The window when things go wrong: killed, left, ended, without room on the disk, and started twice."""

import errno
import json
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'support'))
from atspi import BUILD, App, run_xdotool, text_of, walk  # noqa: E402
from gi.repository import Atspi  # noqa: E402
from tap import run, wait  # noqa: E402

SHIM = BUILD / 'tests' / 'store' / 'libfaulty-io.so'
# Settings that outlive a kill, as those of a real session do.
KEPT = {'GSETTINGS_BACKEND': 'keyfile'}


def try_cli(data, *words):
    return subprocess.run([BUILD / 'src' / 'verslag-cli', '--data', data, '--json', *words],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def cli(data, *words):
    done = try_cli(data, *words)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def stored_body(data):
    return cli(data, 'show', cli(data, 'list')[0]['id'])['body'].rstrip('\n')


def begin(app, text='Eerste zin.'):
    """A new article with the cursor at the end of its text; returns its text view."""
    app.find('push button', 'New article')
    app.keys('ctrl+n')
    body = app.find('text', 'Text of the article')
    app.click(body)
    app.type(text)
    app.expect_text(body, text)
    return body


def test_focus_loss_saves_at_once():
    with tempfile.TemporaryDirectory() as data, App(data=data, name='focus') as app:
        body = begin(app)
        # In the middle of the half second: only the loss of the keyboard can have saved it.
        wait(lambda: stored_body(data) == 'Eerste zin.', 'the first save')
        app.type(' Meer')
        other = subprocess.Popen(['xmessage', 'other'], stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL)
        try:
            wait(lambda: not app.has_state(app.find('frame'), Atspi.StateType.ACTIVE),
                 'the other window')
            at = time.monotonic()
            app.kill()
        finally:
            other.terminate()
            other.wait()
        assert time.monotonic() - at < 5
        assert stored_body(data) == 'Eerste zin. Meer', stored_body(data)
        assert body is not None


def end_saves(how):
    with tempfile.TemporaryDirectory() as data, App(data=data, name='end') as app:
        begin(app)
        app.type(' Het laatste woord')
        how(app)
        assert app.process.wait(15) == 0
        assert stored_body(data) == 'Eerste zin. Het laatste woord', stored_body(data)


def test_sigterm_saves():
    end_saves(lambda app: app.process.send_signal(signal.SIGTERM))


def test_closing_saves():
    end_saves(lambda app: app.keys('ctrl+w'))


def test_place_comes_back_after_a_kill():
    paragraphs = '\n\n'.join(f'Alinea {number:04} van een lang verhaal.' for number in range(800))
    with tempfile.TemporaryDirectory() as data:
        article = pathlib.Path(data) / 'lang.md'
        article.write_text(paragraphs, encoding='utf-8')
        with App(str(article), data=data, name='place', environment=KEPT) as app:
            body = app.find('text', 'Text of the article')
            app.expect_text(body, lambda text: 'Alinea 0799' in text)
            app.click(body)
            app.keys('ctrl+End')
            app.keys('Up', 'Up', 'Up', 'Up')
            app.type('HIER')
            app.expect_text(body, lambda text: 'HIER' in text)
            app.keys('ctrl+F10')  # nothing of ours: the window has seen every key before it
            before = Atspi.Text.get_caret_offset(body)
            # The promise is about this second.
            time.sleep(1)
            app.kill()
        with App(data=data, name='place-again', environment=KEPT) as app:
            body = app.find('text', 'Text of the article')
            app.expect_text(body, lambda text: 'HIER' in text)
            assert Atspi.Text.get_caret_offset(body) == before
            # The keyboard is there too, with nothing said or asked.
            wait(lambda: app.has_state(body, Atspi.StateType.FOCUSED), 'the keyboard in the text')
            app.type('DAAR')
            app.expect_text(body, lambda text: 'HIERDAAR' in text)
            assert not [node for node in walk(app.root) if node.get_role_name() == 'dialog']


def test_size_comes_back_after_a_kill():
    with tempfile.TemporaryDirectory() as data:
        for maximised in (True, False):
            with App(data=data, name='size', environment=KEPT) as app:
                begin(app)
                window = find_window(app)
                x, y = app.window_origin()
                run_xdotool('mousemove', x + 500, y + 20, 'click', '--repeat', 2, '--delay', 40, 1)
                wait(lambda: is_maximised(window) == maximised, 'the window manager')
                # As long as a change of size may wait.
                time.sleep(1.5)
                app.kill()
            with App(data=data, name='size-again', environment=KEPT) as app:
                app.find('push button', 'New article')
                wait(lambda: is_maximised(find_window(app)) == maximised, f'maximised: {maximised}')


def find_window(app):
    return subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(app.process.pid)],
                          stdout=subprocess.PIPE, text=True).stdout.split()[-1]


def is_maximised(window):
    states = subprocess.run(['xprop', '-id', window, '_NET_WM_STATE'], stdout=subprocess.PIPE,
                            text=True).stdout
    return 'MAXIMIZED_VERT' in states


def faulty(directory, switch):
    return {'LD_PRELOAD': str(SHIM), 'FAULT_DIR': str(directory), 'FAULT_SWITCH': str(switch),
            'FAULT_ERRNO': str(errno.ENOSPC), **KEPT}


def find_banner(app):
    return app.find('label', re.compile('This article is not saved'))


def fail_and(data, then, everywhere):
    """Types on a disk that has become full, and calls then(app, switch, path of the second copy)."""
    switch = pathlib.Path(data).with_suffix('.full')
    folder = data if everywhere else pathlib.Path(data) / 'drafts.db'
    try:
        with App(data=data, name='full', environment=faulty(folder, switch)) as app:
            begin(app)
            wait(lambda: stored_body(data) == 'Eerste zin.', 'the first save')
            switch.touch()
            app.type(' Op een volle schijf.')
            text = find_banner(app).get_name()
            assert 'is full' in text and 'Make room' in text, text
            copy = pathlib.Path(re.search('A copy of your text is in “(.*)”', text).group(1))
            wait(lambda: 'Op een volle schijf.' in copy.read_text(encoding='utf-8'), 'the copy')
            assert copy.is_relative_to(data) != everywhere, copy
            then(app, switch, copy)
    finally:
        switch.unlink(missing_ok=True)


def test_full_disk_is_said_and_tried_again():
    with tempfile.TemporaryDirectory() as data:
        def make_room(app, switch, copy):
            switch.unlink()
            # Without another key.
            wait(lambda: stored_body(data) == 'Eerste zin. Op een volle schijf.', 'the next try')
            wait(lambda: not copy.exists(), 'the copy to go')
        fail_and(data, make_room, everywhere=False)


def kill_and_start_again(everywhere):
    with tempfile.TemporaryDirectory() as data:
        fail_and(data, lambda app, switch, copy: app.kill(), everywhere)
        with App(data=data, name='full-again', environment=KEPT) as app:
            body = app.find('text', 'Text of the article')
            app.expect_text(body, lambda text: text.rstrip('\n') == 'Eerste zin. Op een volle schijf.')
        assert stored_body(data) == 'Eerste zin. Op een volle schijf.', stored_body(data)


def test_second_copy_is_found_at_the_next_start():
    kill_and_start_again(everywhere=False)


def test_second_copy_outside_a_full_folder_is_found_too():
    kill_and_start_again(everywhere=True)


def test_second_window_says_so():
    with tempfile.TemporaryDirectory() as data, App(data=data, name='first') as first:
        begin(first)
        with App(data=data, name='second') as second:
            message = second.find('label', re.compile('in use|open in'))
            assert str(first.process.pid) in message.get_name(), message.get_name()
            assert not [node for node in second.matches('text', 'Text of the article')
                        if text_of(node)]
        done = try_cli(data, 'new', '--headline', 'Tweede')
        assert done.returncode == 7, done
        assert json.loads(done.stderr)['error']['code'] == 'locked', done.stderr
        # Who only reads is not refused.
        assert len(cli(data, 'list')) == 1


if __name__ == '__main__':
    run(test_focus_loss_saves_at_once, test_sigterm_saves, test_closing_saves,
        test_place_comes_back_after_a_kill, test_size_comes_back_after_a_kill,
        test_full_disk_is_said_and_tried_again, test_second_copy_is_found_at_the_next_start,
        test_second_copy_outside_a_full_folder_is_found_too, test_second_window_says_so)

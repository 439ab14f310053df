# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""Drives a real window from outside, the way a screen reader and a keyboard do.

Runs below headless.sh. Finding, reading and pressing buttons goes over AT-SPI, keys through
xdotool. Nothing sleeps and hopes: everything polls for what it expects.

GTK 4.8 answers some of AT-SPI wrongly, hence what is missing here: selecting text (use the
keyboard), grab_focus (Tab, or click()), and the coordinates of the screen (see click()).
"""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import warnings

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi  # noqa: E402

from tap import wait  # noqa: E402

warnings.simplefilter('ignore')
Atspi.init()
Atspi.set_timeout(2000, 4000)

BUILD = pathlib.Path(os.environ.get('VERSLAG_BUILD', 'build')).resolve()
STATE = Atspi.StateType


def children(node):
    return [child for child in (node.get_child_at_index(i) for i in range(node.get_child_count()))
            if child is not None]


def walk(node):
    yield node
    for child in children(node):
        yield from walk(child)


def describe(node, depth=0):
    """The tree below a node as text: what a failed test leaves behind."""
    states = [name for name in ('FOCUSED', 'SENSITIVE', 'EDITABLE', 'CHECKED', 'SELECTED')
              if node.get_state_set().contains(getattr(STATE, name))]
    lines = [f'{"  " * depth}[{node.get_role_name()}] {node.get_name()!r} {" ".join(states)}']
    for child in children(node):
        lines.append(describe(child, depth + 1))
    return '\n'.join(lines)


def text_of(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def run_xdotool(*words):
    subprocess.run(['xdotool', *map(str, words)], check=True)


class App:
    """One running program: `verslag` with a data folder of its own, unless told otherwise.

    Use it with `with`: at the end the program is asked to close and its folder is removed; when the
    block failed, a picture and the tree are kept in VERSLAG_TESTS_ARTEFACTS.
    """

    def __init__(self, *arguments, data=None, command=None, environment=None, name='window'):
        self.name = name
        self.own_data = None if data else tempfile.mkdtemp(prefix='verslag-data.')
        self.data = data or self.own_data
        if command is None:
            command = [str(BUILD / 'src' / 'verslag'), '--data', self.data, *arguments]
        self.log = tempfile.TemporaryFile('w+')
        self.process = subprocess.Popen(
            command, env={**os.environ, **(environment or {})}, stdout=self.log,
            stderr=subprocess.STDOUT)
        self.root = None

    def __enter__(self):
        try:
            self.root = wait(self._find_root, 'the program on the accessibility bus', 30)
        except BaseException:
            self.__exit__(True)
            raise
        return self

    def __exit__(self, kind, *_):
        if kind is not None:
            self._keep_traces()
        self.close()
        if kind is not None:
            self.log.seek(0)
            for line in self.log.read().splitlines()[-30:]:
                print('# program:', line, flush=True)
        self.log.close()
        if self.own_data:
            shutil.rmtree(self.own_data, ignore_errors=True)

    def _find_root(self):
        if self.process.poll() is not None:
            raise AssertionError(f'the program ended with status {self.process.returncode}')
        for root in children(Atspi.get_desktop(0)):
            if root.get_process_id() == self.process.pid:
                return root
        return None

    def _keep_traces(self):
        folder = pathlib.Path(os.environ.get('VERSLAG_TESTS_ARTEFACTS',
                                             BUILD / 'tests' / 'artefacts'))
        folder.mkdir(parents=True, exist_ok=True)
        self.screenshot(folder / f'{self.name}.png')
        try:
            (folder / f'{self.name}.txt').write_text(self.tree(), encoding='utf-8')
        except Exception as error:
            print('# no tree:', error)

    # Finding

    def matches(self, role=None, name=None, within=None):
        """Everything with this role and name (a text, a compiled expression, or None for any)."""
        found = []
        for node in walk(within or self.root):
            if role is not None and node.get_role_name() != role:
                continue
            own = node.get_name() or ''
            if name is None or (name.search(own) if isinstance(name, re.Pattern) else own == name):
                found.append(node)
        return found

    def find(self, role=None, name=None, within=None, seconds=15):
        """The first one, waited for."""
        return wait(lambda: next(iter(self.matches(role, name, within)), None),
                    f'{role or "anything"} {name!r}', seconds)

    def gone(self, role=None, name=None, within=None, seconds=15):
        wait(lambda: not self.matches(role, name, within), f'{role} {name!r} to go', seconds)

    def tree(self):
        return describe(self.root)

    # Reading and writing

    def text(self, node):
        return text_of(node)

    def expect_text(self, node, expected, seconds=15):
        """Waits for the text of a node: a text, or a function that judges it."""
        judge = expected if callable(expected) else (lambda text: text == expected)
        try:
            wait(lambda: judge(text_of(node)), f'the text {expected!r}', seconds)
        except AssertionError as error:
            raise AssertionError(f'{error}; it is {text_of(node)!r}') from None

    def set_text(self, node, text):
        Atspi.EditableText.set_text_contents(node, text)
        self.expect_text(node, text)

    # Acting

    def press(self, node):
        """Presses a button or the like. GTK takes 250 ms before it acts: wait for the result."""
        assert Atspi.Action.do_action(node, 0), f'{node.get_name()!r} cannot be pressed'

    def action(self, name, window=None):
        """Activates an action of the window or program by its full name, as `win.save`."""
        window = window or self.find('frame')
        for index in range(Atspi.Action.get_n_actions(window)):
            if Atspi.Action.get_action_name(window, index) == name:
                assert Atspi.Action.do_action(window, index), f'{name} was refused'
                return
        raise AssertionError(f'the window has no action {name}')

    def keys(self, *keys):
        """Real key presses, as `ctrl+a`, `F9`, `Return`."""
        run_xdotool('key', '--clearmodifiers', *keys)

    def type(self, text):
        run_xdotool('type', '--delay', 5, text)

    def window_origin(self):
        """Where the window's contents begin on the screen, in pixels."""
        ids = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                             stdout=subprocess.PIPE, text=True).stdout.split()
        info = subprocess.run(['xwininfo', '-id', ids[-1]], stdout=subprocess.PIPE, text=True).stdout
        return [int(re.search(rf'Absolute upper-left {axis}:\s+(-?\d+)', info).group(1))
                for axis in 'XY']

    def click(self, node, button=1):
        """A real click in the middle of a node of the topmost window."""
        box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        x, y = self.window_origin()
        run_xdotool('mousemove', x + box.x + box.width // 2, y + box.y + box.height // 2,
                    'click', button)

    def has_state(self, node, state):
        return node.get_state_set().contains(state)

    def screenshot(self, path):
        subprocess.run(['import', '-window', 'root', str(path)], check=False,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    # Ending

    def kill(self):
        """As a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def close(self, seconds=15):
        """Asks the program to end; returns its exit status."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(seconds)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
                return None
        return self.process.returncode

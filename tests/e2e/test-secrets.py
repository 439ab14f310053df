#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""A password that is really used shows up nowhere: not in what is logged, stored or said, not in what
other programs can see of ours, not at another site, not in what a crash leaves. Runs below
with-wordpress.sh."""

import base64
import http.server
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'support'))
from tap import run  # noqa: E402

CLI = pathlib.Path(os.environ['VERSLAG_BUILD'], 'src', 'verslag-cli')
FOLDER = tempfile.TemporaryDirectory(prefix='verslag-secret.')
DATA = pathlib.Path(FOLDER.name, 'data')
USER = os.environ['WP_EDITOR_USER']
PASSWORD = os.environ['WP_EDITOR_APP_PASSWORD']
TEXT = '‘De brug gaat te vaak open’\n\nInleiding.\n\nDoor Sanne Wouda\n\nEen alinea.\n'


def shapes(password):
    """The password as it may travel: as it is, without its spaces, in the header of a request."""
    plain = [password, password.replace(' ', '')]
    return [text.encode() for text in plain] + [
        base64.b64encode(f'{USER}:{text}'.encode()) for text in plain]


CANARIES = shapes(PASSWORD)


def assert_clean(where, data):
    for canary in CANARIES:
        assert canary not in data, where


def environment():
    """Ours, without the secrets that the test itself was given."""
    names = {name: value for name, value in os.environ.items() if 'PASSWORD' not in name}
    return {**names, 'G_MESSAGES_DEBUG': 'all'}


def look_at_process(pid):
    """What anybody on this computer may read of it."""
    for name in ('cmdline', 'environ'):
        try:
            assert_clean(f'/proc/{pid}/{name}', pathlib.Path('/proc', str(pid), name).read_bytes())
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            pass


def cli(*words, text=None, codes=(0,)):
    """Runs a command to its end, looks at it all the while and at all it says."""
    process = subprocess.Popen([CLI, '--data', DATA, '--json', *words], env=environment(),
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    watching = threading.Event()
    seen = []

    def watch():
        while not watching.is_set():
            try:
                look_at_process(process.pid)
            except AssertionError as problem:
                seen.append(problem)
            time.sleep(0.01)

    thread = threading.Thread(target=watch)
    thread.start()
    out, err = process.communicate((text or '').encode(), timeout=120)
    watching.set()
    thread.join()
    assert not seen, seen
    assert process.returncode in codes, (words, process.returncode, out, err)
    assert_clean(f'the output of {words}', out + err)
    return out, err


def with_password(*words, **more):
    return cli(*words, '--password-file', '-', text=PASSWORD + '\n', **more)


def test_publishing_tells_nobody():
    with_password('site', 'add', 'proef', '--brand', 'wordpress', '--url', os.environ['WP_URL'],
                  '--user', USER)
    source = pathlib.Path(FOLDER.name, 'brug.txt')
    source.write_text(TEXT, encoding='utf-8')
    out, _ = cli('import', str(source))
    article = json.loads(out)[0]['id']
    out, err = with_password('publish', article, '--site', 'proef', '--as', 'publish', codes=(0, 1))
    assert b'"confirmed"' in out, (out, err)
    assert b'DEBUG' in err, 'nothing was logged, so nothing was looked at'
    with_password('site', 'doctor', 'proef', codes=(0, 1))
    cli('site', 'doctor', 'proef', codes=(0, 1))


def test_nothing_is_stored():
    files = [path for path in DATA.rglob('*') if path.is_file()]
    assert any(path.name == 'drafts.db' for path in files), files
    for path in files:
        assert_clean(path, path.read_bytes())


class Elsewhere(http.server.BaseHTTPRequestHandler):
    """Another site, which writes down all that it is told."""
    told = []

    def handle_all(self):
        length = int(self.headers.get('Content-Length') or 0)
        self.told.append(self.requestline.encode() + bytes(self.headers) + self.rfile.read(length))
        self.send_response(404)
        self.end_headers()

    do_GET = do_HEAD = do_POST = do_PUT = handle_all

    def log_message(self, *words):
        pass


def serve(handler):
    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f'http://127.0.0.1:{server.server_port}'


def test_a_redirect_takes_nothing_along():
    there = serve(Elsewhere)

    class Away(Elsewhere):
        told = []

        def handle_all(self):
            self.told.append(b'')
            self.send_response(307)
            self.send_header('Location', there + self.path)
            self.send_header('Content-Length', '0')
            self.end_headers()

        do_GET = do_HEAD = do_POST = do_PUT = handle_all

    here = serve(Away)
    with_password('site', 'add', 'weg', '--brand', 'wordpress', '--url', here, '--user', USER,
                  codes=(5,))
    assert Away.told, 'nobody was asked'
    for request in Elsewhere.told:
        assert_clean('the other site', request)
        assert b'Authorization' not in request, request


def test_a_crash_leaves_nothing():
    """Killed while the site does not answer, with the password in its memory."""
    asked = threading.Event()
    go_on = threading.Event()

    class Silent(http.server.BaseHTTPRequestHandler):
        def handle_all(self):
            asked.set()
            go_on.wait(30)

        do_GET = do_HEAD = do_POST = handle_all

        def log_message(self, *words):
            pass

    place = pathlib.Path(FOLDER.name, 'crash')
    place.mkdir()
    process = subprocess.Popen([CLI, '--data', DATA, 'site', 'add', 'stil', '--brand', 'wordpress',
                                '--url', serve(Silent), '--user', USER, '--password-file', '-'],
                               env=environment(), cwd=place, stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               preexec_fn=raise_core_limit)
    process.stdin.write(PASSWORD.encode() + b'\n')
    process.stdin.close()
    process.stdin = None
    assert asked.wait(30)
    dumpable = pathlib.Path('/proc', str(process.pid), 'environ').stat().st_uid
    limits = pathlib.Path('/proc', str(process.pid), 'limits').read_text()
    process.send_signal(signal.SIGABRT)
    out, err = process.communicate(timeout=30)
    go_on.set()
    assert process.returncode == -signal.SIGABRT, process.returncode
    assert_clean('what it said last', out + err)
    for path in place.rglob('*'):
        assert_clean(path, path.read_bytes())
    # A build for debugging may be looked into; any other leaves no core.
    if os.environ.get('VERSLAG_PRIVATE_MEMORY', '1') == '1':
        core = [line for line in limits.splitlines() if line.startswith('Max core file size')]
        assert core and core[0].split()[4:6] == ['0', '0'], core
        assert not list(place.iterdir()), list(place.iterdir())
    assert dumpable == 0 or os.getuid() == dumpable


def raise_core_limit():
    import resource
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))


if __name__ == '__main__':
    run(test_publishing_tells_nobody, test_nothing_is_stored, test_a_redirect_takes_nothing_along,
        test_a_crash_leaves_nothing)

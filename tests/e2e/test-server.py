#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""The WordPress that the other tests publish to is what it should be. Runs below with-wordpress.sh."""

import base64
import json
import os
import pathlib
import sys
import urllib.error
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'support'))
from tap import run  # noqa: E402


def ask(path, role=None, password=None, body=None):
    """(status, JSON) of a request as the user with this role."""
    request = urllib.request.Request(os.environ['WP_REST'] + path,
                                     json.dumps(body).encode() if body is not None else None,
                                     {'Content-Type': 'application/json'})
    if role is not None:
        secret = password or os.environ[f'WP_{role.upper()}_APP_PASSWORD']
        words = base64.b64encode(f'{role}:{secret}'.encode()).decode()
        request.add_header('Authorization', f'Basic {words}')
    try:
        with urllib.request.urlopen(request, timeout=20) as reply:
            return reply.status, json.load(reply)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def test_every_role_has_its_application_password():
    for role in ('admin', 'editor', 'author', 'contributor', 'subscriber'):
        status, user = ask('wp/v2/users/me?context=edit', role)
        assert status == 200 and user['username'] == role, (role, status, user)


def test_wrong_password_is_refused():
    status, error = ask('wp/v2/users/me', 'editor', 'wrong')
    assert status == 401, (status, error)


def test_editor_publishes_and_contributor_may_not():
    status, post = ask('wp/v2/posts', 'editor', body={'title': 'Proef', 'status': 'publish'})
    assert status == 201 and post['status'] == 'publish', (status, post)
    status, error = ask('wp/v2/posts', 'contributor', body={'title': 'Proef', 'status': 'publish'})
    assert status == 403 and error['code'] == 'rest_cannot_publish', (status, error)


def test_application_passwords_are_offered():
    status, index = ask('')
    assert status == 200 and 'application-passwords' in index['authentication'], index


if __name__ == '__main__':
    run(test_every_role_has_its_application_password, test_wrong_password_is_refused,
        test_editor_publishes_and_contributor_may_not, test_application_passwords_are_offered)

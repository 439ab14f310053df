#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""From a text file to a real WordPress with the command line. Runs below with-wordpress.sh."""

import base64
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'support'))
from tap import run  # noqa: E402

CLI = pathlib.Path(os.environ['VERSLAG_BUILD'], 'src', 'verslag-cli')
DATA = tempfile.TemporaryDirectory(prefix='verslag-data.')
TEXT = '''‘De brug gaat te vaak open’

Bewoners en schippers vonden elkaar in het havendebat.

Door Sanne Wouda

Beeld Gemeente Veldhaven

Deelnemers Havendebat:

- Anna de Wit, wethouder, gemeente Veldhaven
- Karim Bakker, voorzitter, Schippersbond Oost

Onder leiding van Joris van den Berg, stadsdichter, gemeente Veldhaven.

De brug over de haven gaat veertig keer per dag open. “Dat is te vaak”, zei De Wit.

Bakker was het daar niet mee eens. Een schip kan niet wachten, vindt hij.
'''


def cli(*words, code=0, text=None):
    """What the command line answers: JSON, or nothing."""
    done = subprocess.run([CLI, '--data', DATA.name, '--json', *words], input=text, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert done.returncode == code, (words, done.returncode, done.stdout, done.stderr)
    return json.loads(done.stdout) if done.stdout.strip() else None


def posts(search='', status='draft,publish'):
    words = f"{os.environ['WP_EDITOR_USER']}:{os.environ['WP_EDITOR_APP_PASSWORD']}"
    request = urllib.request.Request(
        f"{os.environ['WP_REST']}wp/v2/posts?context=edit&status={status}&search={search}",
        headers={'Authorization': 'Basic ' + base64.b64encode(words.encode()).decode()})
    with urllib.request.urlopen(request, timeout=20) as reply:
        return json.load(reply)


def password_file():
    path = pathlib.Path(DATA.name, 'password')
    path.touch(0o600)
    path.write_text(os.environ['WP_EDITOR_APP_PASSWORD'] + '\n')
    return str(path)


def publish(article, *words):
    return cli('publish', article, '--site', 'proef', '--password-file', password_file(), *words)


def import_article():
    source = pathlib.Path(DATA.name, 'brug.txt')
    source.write_text(TEXT, encoding='utf-8')
    return cli('import', str(source))[0]['id']


def test_wrong_password_is_refused_and_nothing_is_kept():
    cli('site', 'add', 'proef', '--brand', 'wordpress', '--url', os.environ['WP_URL'], '--user',
        'editor', '--password-file', '-', code=5, text='not the password\n')
    assert 'proef' not in [site['name'] for site in cli('site', 'list')]


def test_site_is_added():
    cli('site', 'add', 'proef', '--brand', 'wordpress', '--url', os.environ['WP_URL'], '--user',
        'editor', '--password-file', '-', text=os.environ['WP_EDITOR_APP_PASSWORD'] + '\n')
    assert 'proef' in [site['name'] for site in cli('site', 'list')]


def test_article_is_published_once_and_updated_in_place():
    article = import_article()
    first = publish(article, '--as', 'draft')
    first = first[0] if isinstance(first, list) else first
    assert first['state'] == 'confirmed' and first['created'], first
    found = posts('brug')
    assert [str(post['id']) for post in found] == [str(first['remote_id'])], found
    assert found[0]['status'] == 'draft', found

    cli('set', article, 'lead=Na het havendebat praat iedereen verder.')
    second = publish(article, '--as', 'publish')
    second = second[0] if isinstance(second, list) else second
    assert second['state'] == 'confirmed' and not second['created'], second
    assert second['remote_id'] == first['remote_id'], (first, second)
    found = posts('brug')
    assert len(found) == 1 and found[0]['status'] == 'publish', found


def test_page_shows_who_took_part():
    post = posts('brug', 'publish')[0]
    with urllib.request.urlopen(post['link'], timeout=20) as reply:
        page = reply.read().decode()
    for words in ('Anna de Wit', 'Karim Bakker', 'Schippersbond Oost', 'Joris van den Berg',
                  'Sanne Wouda', 'Gemeente Veldhaven', 'praat iedereen verder', 'veertig keer'):
        assert words in page, words
    assert post['content']['raw'].count('<!-- wp:paragraph') >= 2, post['content']['raw']


if __name__ == '__main__':
    run(test_wrong_password_is_refused_and_nothing_is_kept, test_site_is_added,
        test_article_is_published_once_and_updated_in_place, test_page_shows_who_took_part)

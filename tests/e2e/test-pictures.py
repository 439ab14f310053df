#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""Pictures on a real WordPress, each once. Runs below with-wordpress.sh. Pictures are made by code."""

import base64
import json
import os
import pathlib
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time
import urllib.request
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'support'))
from tap import run  # noqa: E402

CLI = pathlib.Path(os.environ['VERSLAG_BUILD'], 'src', 'verslag-cli')
DATA = tempfile.TemporaryDirectory(prefix='verslag-data.')
PLACE = b'52.0907 N, 5.1214 E'


def png(width, height, shade):
    def chunk(name, data):
        return (struct.pack('>I', len(data)) + name + data
                + struct.pack('>I', zlib.crc32(name + data)))
    row = b'\0' + bytes((x * 7 + shade) & 255 for x in range(width * 3))
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0))
            + chunk(b'tEXt', b'Place\0' + PLACE) + chunk(b'IDAT', zlib.compress(row * height))
            + chunk(b'IEND', b''))


def command(*words):
    return [CLI, '--data', DATA.name, '--json', *words]


def cli(*words, code=0):
    done = subprocess.run(command(*words), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert done.returncode == code, (words, done.returncode, done.stdout, done.stderr)
    return json.loads(done.stdout) if done.stdout.strip() else None


def ask(route):
    words = f"{os.environ['WP_EDITOR_USER']}:{os.environ['WP_EDITOR_APP_PASSWORD']}"
    request = urllib.request.Request(
        f"{os.environ['WP_REST']}wp/v2/{route}",
        headers={'Authorization': 'Basic ' + base64.b64encode(words.encode()).decode()})
    with urllib.request.urlopen(request, timeout=20) as reply:
        return json.load(reply)


def password_file():
    path = pathlib.Path(DATA.name, 'password')
    path.touch(0o600)
    path.write_text(os.environ['WP_EDITOR_APP_PASSWORD'] + '\n')
    return str(path)


def publish_words(article):
    return ['publish', article, '--site', 'proef', '--as', 'publish', '--password-file', password_file()]


def new_article(headline, shade):
    """An article with one picture, at its head and in its text."""
    path = pathlib.Path(DATA.name, f'kaart-{shade}.png')
    path.write_bytes(png(640, 400, shade))
    article = cli('new', '--headline', headline)
    article = (article[0] if isinstance(article, list) else article)['id']
    cli('set', article, 'credit=Gemeente Veldhaven')
    shown = cli('picture', article, 'add', str(path), '--alt', 'Kaart van de haven',
                '--caption', 'De haven')
    reference = shown['pictures'][0]['reference']
    cli('set', article, f'body=Vooraf.\n\n![]({reference})\n\nSlot.')
    return article, shown['pictures'][0]


def media_of(picture):
    return ask(f"media?context=edit&search={picture['hash'][:12]}")


def test_once():
    cli('site', 'add', 'proef', '--brand', 'wordpress', '--url', os.environ['WP_URL'], '--user',
        os.environ['WP_EDITOR_USER'], '--password-file', password_file())
    article, picture = new_article('Havendebat met kaart', 1)
    assert picture['featured'] and picture['credit'] == 'Gemeente Veldhaven'
    answer = cli(*publish_words(article))
    cli(*publish_words(article))
    media = media_of(picture)
    assert len(media) == 1, media
    assert media[0]['alt_text'] == 'Kaart van de haven'
    assert media[0]['caption']['raw'] == 'De haven. Beeld Gemeente Veldhaven', media[0]['caption']
    post = ask(f"posts/{answer['remote_id']}?context=edit")
    assert post['featured_media'] == media[0]['id']
    assert f'"id":{media[0]["id"]}' in post['content']['raw']
    assert media[0]['source_url'] in post['content']['raw']
    with urllib.request.urlopen(media[0]['source_url'], timeout=20) as reply:
        assert PLACE not in reply.read()


def test_answer_lost():
    """The picture is there and its number was never heard of."""
    article, picture = new_article('Antwoord kwijt', 2)
    cli(*publish_words(article))
    store = sqlite3.connect(pathlib.Path(DATA.name, 'drafts.db'))
    store.execute("UPDATE media_remote SET state = 'sending', remote_id = NULL, url = NULL"
                  ' WHERE hash = ?', [picture['hash']])
    store.commit()
    store.close()
    cli(*publish_words(article))
    assert len(media_of(picture)) == 1


def test_killed():
    """Whenever the program is killed, the next run does not send the picture twice."""
    for number, after in enumerate((0.1, 0.2, 0.35, 0.5, 0.7, 0.9)):
        article, picture = new_article(f'Gestopt {number}', 10 + number)
        running = subprocess.Popen(command(*publish_words(article)), stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        time.sleep(after)
        running.kill()
        running.wait()
        time.sleep(1)  # what the server has begun, it ends
        answer = cli(*publish_words(article))
        assert answer['state'] == 'confirmed', answer
        assert len(media_of(picture)) == 1, (after, media_of(picture))
        post = ask(f"posts/{answer['remote_id']}?context=edit")
        assert post['featured_media'] == media_of(picture)[0]['id']


def test_hostile():
    article, _ = new_article('Weigeren', 30)
    whole = png(640, 400, 31)
    for name, data, word in (('half.png', whole[:500], 'unreadable'),
                             ('groot.png', png(1, 1, 0)[:16] + struct.pack('>II', 60000, 60000), 'unreadable'),
                             ('tekst.jpg', b'geen beeld', 'unknown-format'),
                             ('tekening.jpg', b'<svg xmlns="http://www.w3.org/2000/svg"/>', 'unknown-format')):
        path = pathlib.Path(DATA.name, name)
        path.write_bytes(data)
        done = subprocess.run(command('picture', article, 'add', str(path)), text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert done.returncode == 6, (name, done)
        assert word in done.stderr and name in done.stderr, (name, done.stderr)
    assert len(cli('show', article)['pictures']) == 1


run(test_once, test_answer_lost, test_killed, test_hostile)

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""Pictures on a real WordPress, each once. Runs below with-wordpress.sh. Pictures are made by code."""

import base64
import contextlib
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


def lying(jpeg):
    """The same JPEG, of which EXIF says that its right side is up, and where it was made."""
    exif = (b'Exif\0\0II*\0\x08\0\0\0' + struct.pack('<HHHIHH', 1, 0x112, 3, 1, 6, 0)
            + b'\0\0\0\0' + PLACE)
    return jpeg[:2] + b'\xff\xe1' + struct.pack('>H', len(exif) + 2) + exif + jpeg[2:]


@contextlib.contextmanager
def plugin(name, php):
    """A plug-in that the site has for a while."""
    path = pathlib.Path(os.environ['WP_ROOT'], 'wp-content', 'mu-plugins', f'{name}.php')
    path.write_text('<?php\n' + php)
    try:
        yield
    finally:
        path.unlink()


def delete_media(number):
    words = f"{os.environ['WP_EDITOR_USER']}:{os.environ['WP_EDITOR_APP_PASSWORD']}"
    request = urllib.request.Request(
        f"{os.environ['WP_REST']}wp/v2/media/{number}?force=true", method='DELETE',
        headers={'Authorization': 'Basic ' + base64.b64encode(words.encode()).decode()})
    urllib.request.urlopen(request, timeout=20).close()


def test_star_off():
    """Without a picture at its head the article loses the one that it had there."""
    article, picture = new_article('Zonder kop', 40)
    cli(*publish_words(article))
    cli('picture', article, 'feature', 'none')
    answer = cli(*publish_words(article))
    post = ask(f"posts/{answer['remote_id']}?context=edit")
    assert post['featured_media'] == 0, post['featured_media']
    assert len(media_of(picture)) == 1
    cli('picture', article, 'feature', '1')
    answer = cli(*publish_words(article))
    assert (ask(f"posts/{answer['remote_id']}?context=edit")['featured_media']
            == media_of(picture)[0]['id'])


def test_gone():
    """What somebody deleted on the site is sent again, and is no conflict."""
    article, picture = new_article('Weg van de site', 41)
    cli(*publish_words(article))
    before = media_of(picture)[0]['id']
    delete_media(before)
    cli('set', article, 'lead=Anders.')
    answer = cli(*publish_words(article))
    assert answer['state'] == 'confirmed', answer
    media = media_of(picture)
    assert len(media) == 1 and media[0]['id'] != before, media
    post = ask(f"posts/{answer['remote_id']}?context=edit")
    assert post['featured_media'] == media[0]['id']
    assert media[0]['source_url'] in post['content']['raw']


def test_orphan():
    """The picture came, the article did not: the next time it is used, not sent again."""
    article, picture = new_article('Wees', 42)
    with plugin('no-posts', """add_filter('rest_pre_insert_post', function () {
                return new WP_Error('rest_cannot_create', 'nee', ['status' => 403]); });"""):
        done = subprocess.run(command(*publish_words(article)), stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True)
        assert done.returncode == 5, done
    before = media_of(picture)
    assert len(before) == 1, before
    answer = cli(*publish_words(article))
    assert [item['id'] for item in media_of(picture)] == [before[0]['id']]
    assert (ask(f"posts/{answer['remote_id']}?context=edit")['featured_media'] == before[0]['id'])


def test_sizes_fail():
    """A site that fails while it makes the sizes, once or for good."""
    once = """add_filter('wp_generate_attachment_metadata', function ($data) {
                $mark = sys_get_temp_dir() . '/%s';
                if (%s) { touch($mark); http_response_code(500); exit; } return $data; });"""
    mark = f'verslag-{os.getpid()}'
    try:
        article, picture = new_article('Maten haperen', 43)
        with plugin('sizes', once % (mark, '!file_exists($mark)')):
            answer = cli(*publish_words(article))
        assert answer['state'] == 'confirmed', answer
        assert len(media_of(picture)) == 1, media_of(picture)
    finally:
        pathlib.Path(tempfile.gettempdir(), mark).unlink(missing_ok=True)


def test_words():
    """Other words change those of the picture on the site, and send no other picture."""
    article, picture = new_article('Andere woorden', 44)
    cli(*publish_words(article))
    cli('picture', article, 'set', '1', '--alt', 'De haven van boven', '--focus', '20,80')
    cli(*publish_words(article))
    media = media_of(picture)
    assert len(media) == 1 and media[0]['alt_text'] == 'De haven van boven', media


def test_odd():
    """What a site may choke on comes as what it takes, upright and without its place."""
    for name, make, shows in (
            ('liggend.jpg', ['-size', '64x32', 'gradient:red-blue'], 'image/jpeg'),
            ('pers.jpg', ['-size', '32x32', 'xc:red', '-colorspace', 'CMYK'], 'image/jpeg'),
            ('diep.png', ['-size', '32x32', 'gradient:red-blue', '-depth', '16'], 'image/png'),
            ('beweegt.gif', ['-size', '32x32', 'xc:red', 'xc:blue'], 'image/gif'),
            ('doorzichtig.webp', ['-size', '32x32', 'xc:none'], 'image/webp'),
            ('groot.png', ['-size', '3000x40', 'xc:green'], 'image/png')):
        path = pathlib.Path(DATA.name, name)
        subprocess.run(['convert', *make, str(path)], check=True)
        if name == 'liggend.jpg':
            path.write_bytes(lying(path.read_bytes()))
        article, _ = new_article(name, 50)
        cli('picture', article, 'remove', '1')
        shown = cli('picture', article, 'add', str(path), '--alt', name)
        cli('picture', article, 'feature', '1')
        answer = cli(*publish_words(article))
        assert answer['state'] == 'confirmed', (name, answer)
        media = media_of(shown['pictures'][0])
        assert len(media) == 1 and media[0]['mime_type'] == shows, (name, media)
        with urllib.request.urlopen(media[0]['source_url'], timeout=20) as reply:
            data = reply.read()
        told = subprocess.run(['identify', '-format', '%wx%h %[colorspace] %[orientation]|', '-'],
                              input=data, stdout=subprocess.PIPE, check=True).stdout.decode()
        assert 'CMYK' not in told and 'RightTop' not in told and PLACE not in data, (name, told)
        if name == 'liggend.jpg':
            assert told.startswith('32x64'), told
        if name == 'beweegt.gif':
            assert told.count('|') == 2, told
        if name == 'groot.png':
            assert told.startswith('2560x'), told


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


run(test_once, test_answer_lost, test_killed, test_star_off, test_gone, test_orphan, test_sizes_fail, test_words,
    test_odd, test_hostile)

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""From a text file to a real WordPress with the command line. Runs below with-wordpress.sh."""

import base64
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time
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


def let_the_moment_pass(article):
    """As if the moment for which it is scheduled was an hour ago, here."""
    with sqlite3.connect(pathlib.Path(DATA.name, 'drafts.db')) as store:
        store.execute('UPDATE outbox SET wanted_at = wanted_at - 7200000000, next_at = next_at - 7200000000'
                      ' WHERE article = (SELECT number FROM article WHERE id = ?)', (article,))
    store.close()


def let_the_moment_pass_there(post):
    """And on the site, whose scheduled tasks run when somebody asks for them."""
    moved = subprocess.run(
        ['php', '-r', f"""require '{os.environ['WP_ROOT']}/wp-load.php';
         global $wpdb;
         $at = gmdate('Y-m-d H:i:s', time() - 3600);
         $wpdb->update($wpdb->posts, ['post_date' => $at, 'post_date_gmt' => $at], ['ID' => {post}]);
         clean_post_cache({post});
         wp_clear_scheduled_hook('publish_future_post', [{post}]);
         wp_schedule_single_event(time() - 1, 'publish_future_post', [{post}]);"""],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert moved.returncode == 0, moved.stdout
    with urllib.request.urlopen(os.environ['WP_URL'] + '/wp-cron.php?doing_wp_cron', timeout=20):
        pass


def schedule(article, site, *words):
    at = time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime(time.time() + 3600))
    done = cli('publish', article, '--site', site, '--as', 'future', '--at', at, *words)
    done = done[0] if isinstance(done, list) else done
    assert done['state'] == 'confirmed' and done['status'] == 'future', done
    return done


def history(article):
    return [event['what'] for event in cli('outbox', article)[0]['history']]


def test_what_was_scheduled_is_seen_to_appear():
    article = import_article()
    post = schedule(article, 'proef', '--password-file', password_file())['remote_id']
    assert cli('outbox', 'run', '--password-file', password_file()) == []

    let_the_moment_pass(article)
    late = cli('outbox', 'run', '--password-file', password_file())
    assert [row['status'] for row in late] == ['future'] and late[0]['warnings'], late
    assert history(article)[-1] == 'late', history(article)

    let_the_moment_pass(article)
    let_the_moment_pass_there(post)
    seen = cli('outbox', 'run', '--password-file', password_file())
    assert [row['status'] for row in seen] == ['publish'] and not seen[0]['warnings'], seen
    assert history(article)[-2:] == ['appeared', 'seen'], history(article)
    assert cli('show', article)['status'] == 'published'
    assert cli('outbox', 'run', '--password-file', password_file()) == []


def test_status_sees_that_it_appeared():
    article = import_article()
    post = schedule(article, 'proef', '--password-file', password_file())['remote_id']
    let_the_moment_pass(article)
    let_the_moment_pass_there(post)
    stands = cli('status', article, '--password-file', password_file())['sites']
    assert [row['comparison'] for row in stands] == ['in-step'], stands
    assert history(article)[-2:] == ['appeared', 'seen'], history(article)


def test_a_folder_publishes_what_is_due():
    folder = pathlib.Path(DATA.name, 'publicatie')
    cli('site', 'add', 'map', '--brand', 'folder', '--url', str(folder))
    article = import_article()
    schedule(article, 'map')
    let_the_moment_pass(article)
    state = folder / '.verslag.json'
    content = json.loads(state.read_text())
    content['entries'][0]['published_at'] -= 7200000000
    state.write_text(json.dumps(content))
    seen = cli('outbox', 'run')
    assert [row['status'] for row in seen] == ['publish'], seen
    assert history(article)[-2:] == ['appeared', 'seen'], history(article)


if __name__ == '__main__':
    run(test_wrong_password_is_refused_and_nothing_is_kept, test_site_is_added,
        test_article_is_published_once_and_updated_in_place, test_page_shows_who_took_part,
        test_what_was_scheduled_is_seen_to_appear, test_status_sees_that_it_appeared,
        test_a_folder_publishes_what_is_due)

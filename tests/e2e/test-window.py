#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""The window, driven from outside with real keys. Runs below headless.sh."""

import json
import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'support'))
from atspi import BUILD, App  # noqa: E402
from tap import run  # noqa: E402

HEADLINE = '‘Wie beslist er over de brug?’'
BODY = 'De brug één keer per uur open, zei ze: “vóór de zomer”.'


def cli(data, *words):
    """The JSON that the command line answers."""
    done = subprocess.run([BUILD / 'src' / 'verslag-cli', '--data', data, '--json', *words],
                          stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)


def write_article(app):
    app.find('push button', 'New article')
    app.keys('ctrl+n')
    headline = app.find('text', 'Headline')
    app.click(headline)
    app.type(HEADLINE)
    app.expect_text(headline, HEADLINE)
    body = app.find('text', 'Text of the article')
    app.click(body)
    app.type(BODY)
    app.expect_text(body, BODY)


def test_article_is_written_and_kept():
    with tempfile.TemporaryDirectory() as data:
        with App(data=data, name='written') as app:
            write_article(app)
            assert app.close() == 0, 'the window did not end well'
        articles = cli(data, 'list')
        assert len(articles) == 1, articles
        article = cli(data, 'show', articles[0]['id'])
        assert (article['headline'], article['body'].strip()) == (HEADLINE, BODY), article


def test_killed_after_a_second_loses_nothing():
    with tempfile.TemporaryDirectory() as data:
        with App(data=data, name='killed') as app:
            write_article(app)
            # The promise is about this second, so it is waited for and not polled.
            time.sleep(1)
            app.kill()
        article = cli(data, 'show', cli(data, 'list')[0]['id'])
        assert (article['headline'], article['body'].strip()) == (HEADLINE, BODY), article


if __name__ == '__main__':
    run(test_article_is_written_and_kept, test_killed_after_a_second_loses_nothing)

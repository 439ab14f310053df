#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""From the transcript of a debate to the published report, in the window. Runs below headless.sh."""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

from gi.repository import GLib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'support'))
from atspi import BUILD, App, wait  # noqa: E402
from tap import run  # noqa: E402

HEADLINE = '‘De brug gaat te vaak open’'
PARTICIPANTS = ('Anna de Wit, wethouder, gemeente Veldhaven',
                'Karim Bakker, voorzitter, Schippersbond Oost')
BODY = 'Wethouder Anna de Wit zei het meteen: “De brug gaat te vaak open.”\n'
# Speech as it is spoken: the quotation is a tidied form of it.
TRANSCRIPT = '''WEBVTT

1
00:00:04.000 --> 00:00:09.000
<v Anna de Wit (gemeente)>Goedemiddag. Eh, de brug gaat te vaak open, dat hoor ik van iedereen.</v>

2
00:00:12.000 --> 00:00:19.000
<v Karim Bakker | Schippersbond>Een schip dat wacht kost geld, en het ligt in de weg van wie er achter komt.</v>
'''


def cli(data, *words):
    """The JSON that the command line answers."""
    done = subprocess.run([BUILD / 'src' / 'verslag-cli', '--data', data, '--json', *words],
                          stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout) if done.stdout.strip() else None


def begin_article(app):
    app.find('push button', 'New article')
    app.keys('ctrl+n')
    app.click(app.find('text', 'Headline'))
    app.type(HEADLINE)
    for line in PARTICIPANTS:
        app.click(app.find('text', re.compile('^Add a participant: name')))
        app.type(line)
        app.keys('Return')
        app.find(None, re.compile(line.split(',')[0]))
    body = app.find('text', 'Text of the article')
    app.click(body)
    app.type(BODY)
    app.expect_text(body, lambda text: BODY.strip() in text)
    return body


def press_when_settled(app, name):
    """A list that is searched makes its rows anew; the button of an old one is gone by then."""
    def press():
        try:
            app.press(app.find('push button', name))
        except GLib.Error:
            return False
        return True
    wait(press, f'the button {name!r}', 15)


def attach_transcript(app, path):
    app.keys('ctrl+shift+c')
    app.press(app.find('push button', re.compile('Attach a transcript')))
    app.find(None, re.compile('Transcript'))
    wait(lambda: len(app.matches('frame')) + len(app.matches('filler')) > 1, 'the file chooser', 15)
    app.type(str(path))
    app.keys('Return')
    # Both labels are recognised; who is who only has to be confirmed.
    app.press(app.find('push button', 'Attach'))


def test_debate_becomes_a_published_report():
    with tempfile.TemporaryDirectory() as data, tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, 'havendebat.vtt')
        source.write_text(TRANSCRIPT, encoding='utf-8')
        cli(data, 'site', 'add', 'haven', '--brand', 'folder')
        # The checks before publishing have tests of their own.
        cli(data, 'site', 'set', 'haven', 'blocks=none')
        with App(data=data, name='debate') as app:
            body = begin_article(app)
            attach_transcript(app, source)
            app.find(None, re.compile('Word for word'), seconds=30)

            app.click(body)
            app.keys('ctrl+End')
            app.keys('ctrl+shift+k')
            app.type('schip dat wacht')
            app.find(None, re.compile('Een schip dat wacht'))
            press_when_settled(app, 'Use as quotation')
            app.expect_text(body, lambda text: 'Een schip dat wacht kost geld' in text
                            and 'Bakker' in text)

            app.keys('ctrl+shift+p')
            app.click(app.find(None, 'Publish now'))
            app.press(app.find('push button', re.compile('^Publish .*haven')))
            wait(lambda: cli(data, 'list')[0]['status'] == 'published', 'the published article', 30)
            assert app.close() == 0, 'the window did not end well'

        article = cli(data, 'list')[0]
        assert article['status'] == 'published', article
        report = cli(data, 'quotes', article['id'])
        assert [one['verdict'] for one in report['quotations']] == ['verbatim', 'verbatim'], report
        assert [one['speaker'] for one in report['quotations']] == ['Anna de Wit', 'Karim Bakker']
        pages = list(pathlib.Path(data, 'sites', 'haven').rglob('*.html'))
        text = ' '.join(page.read_text(encoding='utf-8') for page in pages)
        for words in ('De brug gaat te vaak open', 'Een schip dat wacht kost geld', 'Karim Bakker',
                      'Schippersbond Oost'):
            assert words in text, words


if __name__ == '__main__':
    run(test_debate_becomes_a_published_report)

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""Asks HTML Tidy about the pages that become of many articles.

check-html.py PRINT-ARTICLES [FILE…]; TAP on standard output.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

PAGE = '<!DOCTYPE html>\n<html lang="nl"><head><meta charset="utf-8"><title>x</title></head>' \
       '<body><article>\n%s</article></body></html>\n'

# What is no error of HTML: an empty element, and a list that starts at a number.
HARMLESS = re.compile(r'trimming empty|^line 1 column 1 - Info|is not approved by W3C')


def ask(html):
    """Returns what Tidy has to say about @html, a line for each."""
    with tempfile.NamedTemporaryFile('w', suffix='.html', encoding='utf-8', newline='') as page:
        page.write(PAGE % html)
        page.flush()
        done = subprocess.run(['tidy', '-quiet', '-errors', '-utf8', page.name],
                              capture_output=True, text=True, check=False)
    return [line for line in done.stderr.splitlines() if line and not HARMLESS.search(line)]


def main():
    if shutil.which('tidy') is None:
        print('1..0 # SKIP tidy is not installed')
        return 0
    output = subprocess.run([sys.argv[1], '40', *sys.argv[2:]], capture_output=True, check=True,
                            env=dict(os.environ, LC_ALL='C.UTF-8')).stdout
    articles = json.loads(output)
    failed = 0
    print(f'1..{len(articles)}')
    for number, article in enumerate(articles, 1):
        complaints = ask(article['html'])
        failed += bool(complaints)
        if complaints:
            for line in [*complaints, article['html']]:
                print('# ' + line.replace('\n', '\n# '))
        print('not ok' if complaints else 'ok', number)
    return 1 if failed else 0


sys.exit(main())

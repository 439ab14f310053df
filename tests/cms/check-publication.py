#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""check-publication.py FOLDER: whether a publication in a folder holds together.

JSON Feed 1.1 and the sitemap have what their specifications require, every page's JSON-LD is a
NewsArticle that names its authors and nothing else of them, and every link between pages leads to a
file that is there.
"""

import datetime
import html.parser
import json
import pathlib
import re
import sys
import urllib.parse
import xml.etree.ElementTree as ET

SITEMAP = '{http://www.sitemaps.org/schemas/sitemap/0.9}'


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.links, self.data, self.inside = [], [], False

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.inside = tag == 'script' and attrs.get('type') == 'application/ld+json'
        self.links += [attrs[name] for name in ('href', 'src') if name in attrs]

    def handle_endtag(self, tag):
        self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.data.append(data)


def check_json_feed(folder, problems):
    feed = json.loads((folder / 'feed.json').read_text(encoding='utf-8'))
    if feed['version'] != 'https://jsonfeed.org/version/1.1':
        problems.append('feed.json: version')
    if not feed['title'] or not isinstance(feed['items'], list):
        problems.append('feed.json: title, items')
    for item in feed['items']:
        if not isinstance(item['id'], str) or not item['id']:
            problems.append('feed.json: id')
        if 'content_text' not in item and 'content_html' not in item:
            problems.append('feed.json: an item without content')
        if not urllib.parse.urlsplit(item['url']).scheme:
            problems.append('feed.json: url is not absolute')
        for name in ('date_published', 'date_modified'):
            datetime.datetime.strptime(item[name], '%Y-%m-%dT%H:%M:%SZ')
        if not item['authors'] or any(set(author) != {'name'} for author in item['authors']):
            problems.append('feed.json: authors have a name, and nothing else')
    return len(feed['items'])


def check_sitemap(folder, problems):
    root = ET.parse(folder / 'sitemap.xml').getroot()
    places = [url.findtext(SITEMAP + 'loc') for url in root.findall(SITEMAP + 'url')]
    if root.tag != SITEMAP + 'urlset' or not places:
        problems.append('sitemap.xml: no places')
    if len(set(places)) != len(places) or any(not urllib.parse.urlsplit(p).scheme for p in places):
        problems.append('sitemap.xml: places are absolute, each once')
    return len(places) - 1


def check_page(folder, path, problems):
    page = Page()
    page.feed(path.read_text(encoding='utf-8'))
    name = path.relative_to(folder).as_posix()
    for link in page.links:
        if urllib.parse.urlsplit(link).scheme or link.startswith('#'):
            continue
        if not (path.parent / urllib.parse.unquote(link)).is_file():
            problems.append(f'{name}: {link} leads nowhere')
    for text in page.data:
        data = json.loads(text)
        if data['@type'] != 'NewsArticle' or not data['headline'] or not data['datePublished']:
            problems.append(f'{name}: JSON-LD')
        if any(set(author) != {'@type', 'name'} for author in data.get('author', [])):
            problems.append(f'{name}: of the author the name only')
    return len(page.data)


def main():
    folder = pathlib.Path(sys.argv[1])
    problems = []
    pages = [path for path in folder.rglob('*.html') if '.scheduled' not in path.parts]
    described = sum(check_page(folder, path, problems) for path in pages)
    articles = [path for path in pages if re.fullmatch(r'\d{4}', path.relative_to(folder).parts[0])]
    counts = {check_json_feed(folder, problems), check_sitemap(folder, problems), described, len(articles)}
    if len(counts) != 1:
        problems.append(f'feed, sitemap, JSON-LD and pages do not agree: {counts}')
    if problems:
        sys.exit('\n'.join(problems))


main()

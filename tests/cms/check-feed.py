#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""check-feed.py FILE N: whether FILE is an Atom feed of N entries with all that RFC 4287 requires, in
our own eyes and in those of the feed reader of others.
"""

import re
import sys
import xml.etree.ElementTree as ET

import feedparser

ATOM = '{http://www.w3.org/2005/Atom}'
DATE = re.compile(r'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)')


def one(element, name, problems):
    """The text of the one child of that name (4.1.1, 4.1.2: exactly one each)."""
    found = element.findall(ATOM + name)
    if len(found) != 1 or not ''.join(found[0].itertext()).strip():
        problems.append(f'{element.tag}: {len(found)} × {name}')
        return ''
    return ''.join(found[0].itertext())


def check_common(element, problems):
    if not re.match(r'[a-z][a-z0-9+.-]*:.', one(element, 'id', problems)):
        problems.append('id is not an absolute IRI')
    one(element, 'title', problems)
    if not DATE.fullmatch(one(element, 'updated', problems)):
        problems.append('updated is not a date of RFC 3339')
    links = [(link.get('rel', 'alternate'), link.get('type'), link.get('hreflang'))
             for link in element.findall(ATOM + 'link')]
    if len(set(links)) != len(links):
        problems.append('two alternate links of one type')
    if any(not link.get('href') for link in element.findall(ATOM + 'link')):
        problems.append('link without href')
    return [rel for rel, _, _ in links]


def check_reader(name, number, problems):
    """What another program makes of it."""
    read = feedparser.parse(name)
    if read.bozo or read.version != 'atom10' or len(read.entries) != number:
        problems.append(f'feedparser: {read.version}, {len(read.entries)} entries, '
                        f'{read.get("bozo_exception")}')
    for entry in read.entries:
        problems += [f'feedparser: an entry without {field}'
                     for field in ('id', 'title', 'link', 'author', 'updated_parsed')
                     if not entry.get(field)]
        problems += [f'feedparser: enclosure {enclosure}' for enclosure in entry.get('enclosures', [])
                     if not enclosure.get('type', '').startswith('image/') or not enclosure.get('href')]


def main():
    feed = ET.parse(sys.argv[1]).getroot()
    problems = []
    if feed.tag != ATOM + 'feed':
        problems.append(f'root is {feed.tag}')
    if 'self' not in check_common(feed, problems):
        problems.append('no link to itself')
    entries = feed.findall(ATOM + 'entry')
    if len(entries) != int(sys.argv[2]):
        problems.append(f'{len(entries)} entries')
    for entry in entries:
        rels = check_common(entry, problems)
        if 'alternate' not in rels and entry.find(ATOM + 'content') is None:
            problems.append('entry without content and alternate link')
        authors = entry.findall(ATOM + 'author') or feed.findall(ATOM + 'author')
        if not authors or not authors[0].findtext(ATOM + 'name'):
            problems.append('entry without author')
        published = entry.findtext(ATOM + 'published')
        if published is not None and not DATE.fullmatch(published):
            problems.append('published is not a date of RFC 3339')
        if any(not category.get('term') for category in entry.findall(ATOM + 'category')):
            problems.append('category without term')
    ids = [entry.findtext(ATOM + 'id') for entry in entries]
    if len(set(ids)) != len(ids):
        problems.append('two entries with one id')
    check_reader(sys.argv[1], int(sys.argv[2]), problems)
    if problems:
        sys.exit('\n'.join(problems))


main()

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""say-yes.py URL USER PASSWORD yes|no: a person in a browser, who logs in on a WordPress and answers
the page that asks whether a program may have a password. Goes where the site then sends it."""

import html.parser
import http.cookiejar
import sys
import urllib.parse
import urllib.request


class Forms(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.fields = {}

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag in ('input', 'button') and attrs.get('name'):
            self.fields[attrs['name']] = attrs.get('value') or ''


def main():
    url, user, password, says = sys.argv[1:]
    browser = urllib.request.build_opener(
        urllib.request.ProxyHandler({}),
        urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    parts = urllib.parse.urlsplit(url)
    login = urllib.parse.urljoin(url, '/wp-login.php')
    browser.open(login).read()
    browser.open(login, urllib.parse.urlencode({
        'log': user, 'pwd': password, 'testcookie': '1', 'redirect_to': url}).encode()).read()
    page = Forms()
    page.feed(browser.open(url).read().decode())
    fields = {name: value for name, value in page.fields.items()
              if name in ('_wpnonce', '_wp_http_referer', 'action', 'app_id', 'app_name',
                          'success_url', 'reject_url')}
    assert fields.get('app_name'), page.fields
    fields['approve' if says == 'yes' else 'reject'] = '1'
    if says == 'no':
        # The page does this in its script.
        print(browser.open(fields['reject_url']).read().decode())
        return
    target = urllib.parse.urlunsplit((parts.scheme, parts.netloc, parts.path, '', ''))
    print(browser.open(target, urllib.parse.urlencode(fields).encode()).read().decode())


main()

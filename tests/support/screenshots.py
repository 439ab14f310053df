#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""Pictures of the window in every language, colour scheme and width, to look at before a release.

  tests/support/screenshots.py DIR [--actions FILE] [--languages nl,en] [--schemes light,dark]
                               [--widths 800,1200,1600] [--height 900]

Needs a finished build (VERSLAG_BUILD, or build/). The window opens with the sample, as large as the
screen. FILE holds one action a line, done in each of the windows; without it there is one picture:

  shot NAME          a picture: DIR/NAME-LANGUAGE-SCHEME-WIDTH.png
  key F9 ctrl+f      real key presses
  type TEXT          typed text
  action win.x       an action of the window or program
  press ROLE  NAME   a button or the like, two spaces between; NAME may be in both: Bewaar|Save
  click ROLE  NAME   the same with the mouse
  wait ROLE  NAME    until it is there
"""

import argparse
import itertools
import os
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent
SETTINGS = '[org/verslag/Verslag]\nwindow-width={}\nwindow-height={}\n'
LOCALES = {'nl': [str(HERE / 'dutch.sh')], 'en': ['env', 'LC_ALL=C.UTF-8']}
SCHEMES = {'light': 'prefer-light', 'dark': 'prefer-dark'}


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('folder', type=pathlib.Path)
    parser.add_argument('--actions', type=pathlib.Path)
    parser.add_argument('--languages', default='nl,en')
    parser.add_argument('--schemes', default='light,dark')
    parser.add_argument('--widths', default='800,1200,1600')
    parser.add_argument('--height', type=int, default=900)
    parser.add_argument('--one', help=argparse.SUPPRESS)  # LANGUAGE-SCHEME-WIDTH, below headless.sh
    return parser.parse_args()


def build_folder():
    return pathlib.Path(os.environ.get('VERSLAG_BUILD', TOP / 'build')).resolve()


def start_each(arguments):
    """Runs this script again in a screen of its own for each combination; counts what failed."""
    failed = 0
    for language, scheme, width in itertools.product(
            arguments.languages.split(','), arguments.schemes.split(','),
            arguments.widths.split(',')):
        one = f'{language}-{scheme}-{width}'
        build = build_folder()
        environment = {
            **os.environ, 'SCREEN': f'{width}x{arguments.height}x24', 'COMPOSITOR': 'xcompmgr',
            'ADW_DEBUG_COLOR_SCHEME': SCHEMES[scheme], 'GSETTINGS_BACKEND': 'keyfile',
            'GSETTINGS_SCHEMA_DIR': str(build / 'data'), 'VERSLAG_LOCALEDIR': str(build / 'po'),
            'XDG_DATA_DIRS': f'{TOP}/data:/usr/local/share:/usr/share', 'VERSLAG_BUILD': str(build)}
        command = [HERE / 'headless.sh', *LOCALES[language], sys.executable, __file__,
                   *sys.argv[1:], '--one', one]
        status = subprocess.run(command, env=environment).returncode
        print(one, 'done' if status == 0 else 'FAILED', flush=True)
        failed += status != 0
    return 1 if failed else 0


def perform(app, line, arguments):
    verb, _, rest = line.strip().partition(' ')
    role, _, name = rest.rpartition('  ') if '  ' in rest else ('', '', rest)
    if '|' in name:
        name = name.split('|')[0 if arguments.one.startswith('nl') else 1]
    if verb == 'shot':
        # Animations and the first colouring of the text end within this time.
        time.sleep(0.8)
        app.screenshot(arguments.folder / f'{rest}-{arguments.one}.png')
    elif verb == 'key':
        app.keys(*rest.split())
    elif verb == 'type':
        app.type(rest)
    elif verb == 'action':
        app.action(rest)
    elif verb == 'press':
        app.press(app.find(role or None, name))
    elif verb == 'click':
        app.click(app.find(role or None, name))
    elif verb == 'wait':
        app.find(role or None, name)
    else:
        raise SystemExit(f'There is no action {verb!r}.')


def take_one(arguments):
    from atspi import App
    settings = pathlib.Path(os.environ['XDG_CONFIG_HOME'], 'glib-2.0', 'settings')
    settings.mkdir(parents=True, exist_ok=True)
    language, _, width = arguments.one.split('-')
    (settings / 'keyfile').write_text(SETTINGS.format(width, arguments.height))
    lines = arguments.actions.read_text().splitlines() if arguments.actions else ['shot window']
    with App('--demo', environment={'LANGUAGE': language}, name=f'shot-{arguments.one}') as app:
        app.find('frame')
        for line in lines:
            if line.strip() and not line.startswith('#'):
                perform(app, line, arguments)


def main():
    arguments = parse_arguments()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    if arguments.one is None:
        return start_each(arguments)
    take_one(arguments)
    return 0


if __name__ == '__main__':
    sys.exit(main())

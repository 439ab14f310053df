#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""check-po.py [--complete] ROOT: fails on a translation that would not show up.

Always: every file with text for people is in po/POTFILES, every file named there exists, and each
translation is valid. With --complete also: nothing is untranslated, fuzzy or missing, counted
against what xgettext finds in the sources now.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

CALL = re.compile(r'(?<![\w"])(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?)\s*\(\s*"')
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'ngettext:1,2', 'g_dcgettext:2', 'g_dngettext:2,3',
            'g_dpgettext2:2c,3']


def files_with_text(root):
    for path in sorted((root / 'src').rglob('*.c')):
        if CALL.search(re.sub(r'/\*.*?\*/', '', path.read_text(encoding='utf-8'), flags=re.S)):
            yield path.relative_to(root).as_posix()
    for path in sorted((root / 'resources').rglob('*.ui')):
        if 'translatable="' in path.read_text(encoding='utf-8'):
            yield path.relative_to(root).as_posix()


def run(problems, what, *command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        problems.append(f'{what}:\n{done.stdout.rstrip()}')


def check_complete(problems, language, catalogue, template):
    """What the catalogue, brought up to date, would still lack."""
    merged = subprocess.run(['msgmerge', '--quiet', '--no-fuzzy-matching', '--output-file=-',
                             catalogue, template], stdout=subprocess.PIPE, check=True).stdout
    for kind in ('--untranslated', '--only-fuzzy'):
        lacking = subprocess.run(['msgattrib', kind, '--no-obsolete', '--no-wrap', '-'],
                                 input=merged, stdout=subprocess.PIPE, check=True).stdout.decode()
        texts = re.findall(r'^#: (\S+).*?^msgid (.*?)^msgstr', lacking, re.S | re.M)
        problems += [f'po/{language}.po is not complete: {place}: {text.strip()}'
                     for place, text in texts]


def main(arguments):
    complete = '--complete' in arguments
    root = pathlib.Path(arguments[-1]).resolve()
    lines = (root / 'po' / 'POTFILES').read_text(encoding='utf-8').splitlines()
    listed = [line.strip() for line in lines if line.strip() and not line.startswith('#')]
    problems = [f'po/POTFILES: {name} is missing' for name in files_with_text(root)
                if name not in listed]
    problems += [f'po/POTFILES: there is no {name}' for name in listed
                 if not (root / name).is_file()]
    problems += [f'po/POTFILES: {name} stands there twice' for name in sorted(set(listed))
                 if listed.count(name) > 1]
    languages = (root / 'po' / 'LINGUAS').read_text(encoding='utf-8').split()
    with tempfile.TemporaryDirectory() as folder:
        template = f'{folder}/verslag.pot'
        if complete:
            run(problems, 'xgettext', 'xgettext', '--from-code=UTF-8', '--directory', str(root),
                '--output', template, *[f'--keyword={keyword}' for keyword in KEYWORDS],
                '--flag=ngettext:1:pass-c-format', '--flag=ngettext:2:pass-c-format',
                *[name for name in listed if (root / name).is_file()])
        for language in languages:
            catalogue = str(root / 'po' / f'{language}.po')
            run(problems, f'po/{language}.po is not valid', 'msgfmt', '--check', '--output-file',
                f'{folder}/{language}.mo', catalogue)
            if complete and pathlib.Path(template).exists():
                check_complete(problems, language, catalogue, template)
    print(*problems, sep='\n', end='\n' if problems else '')
    print(f'{len(listed)} files, {len(languages)} languages, {len(problems)} problems')
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))

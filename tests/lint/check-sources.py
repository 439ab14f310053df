#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""check-sources.py ROOT: fails on what a reader should never find in the sources.

A .ui file without its .c, a file that grew too long, SQL outside the store, work that was left
open, paths of one machine, a public function without a comment, a file without its licence.
"""

import pathlib
import re
import sys

LONG, TOO_LONG = 600, 1000
TEXT = {'.c', '.h', '.py', '.sh', '.md', '.ui', '.css', '.sql', '.xml', '.build', '.php', '.in',
        '.svg', '.po', '.1', ''}
# Bracketed, so that this file is not found by its own search.
LEFT_OPEN = re.compile(r'\b(TO[D]O|FIX[M]E|X[X]X|HA[C]K)\b')
MACHINE = re.compile(r'(?<![\w.])/(wo[r]k|fa[r]m|ho[m]e/\w+|ro[o]t)/|/tmp/ba[s]h_jobs|'
                     r'\b(de[b]\.debian\.org|regist[r]y\.npmjs|deb\.node[s]ource)')
SQL_CALL = re.compile(r'\bsqlite3_(exec|prepare\w*|get_table)\s*\(')
SQL_FORMAT = re.compile(r'\bsqlite3_\w*printf\s*\(')
SQL_TEXT = re.compile(r'printf\w*\s*\([^;"]*"\s*(SELECT\s.*\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|'
                      r'UPDATE\s+\S+\s+SET|DELETE\s+FROM|CREATE\s+(TABLE|INDEX|VIEW)|'
                      r'DROP\s+TABLE|PRAGMA)\s', re.I)
DECLARATION = re.compile(r'\b(vsl_\w+)\s*\(')
LICENCE = 'SPDX-License-Identifier: GPL-3.0-or-later'
COPYRIGHT = 'Copyright 2026 the Verslag authors'


def read(path):
    return path.read_text(encoding='utf-8', errors='replace')


def line_of(text, match):
    return text.count('\n', 0, match.start()) + 1


def without_comments(text):
    return re.sub(r'/\*.*?\*/|//[^\n]*', lambda m: re.sub(r'[^\n]', ' ', m.group(0)), text,
                  flags=re.S)


def check_templates(root, problems):
    for path in sorted((root / 'resources' / 'ui').glob('vsl-*.ui')):
        if not (root / 'src' / 'ui' / (path.stem + '.c')).exists():
            problems.append(f'resources/ui/{path.name}: no src/ui/{path.stem}.c')


def check_lengths(root, problems, notes):
    for path in sorted((root / 'src').rglob('*.c')):
        lines = read(path).count('\n')
        if lines > TOO_LONG:
            problems.append(f'{path.relative_to(root)}: {lines} lines; split it by noun')
        elif lines > LONG:
            notes.append(f'{path.relative_to(root)}: {lines} lines; a sign to split it by noun')


def check_sql(root, problems):
    for path in sorted(root.glob('src/**/*.[ch]')) + sorted(root.glob('tests/**/*.[ch]')):
        name = path.relative_to(root).as_posix()
        code = without_comments(read(path))
        searches = [(SQL_FORMAT, 'SQL is never built with printf')]
        if not name.startswith(('src/store/', 'tests/')):
            searches += [(SQL_CALL, 'SQL belongs to the store'),
                         (SQL_TEXT, 'SQL belongs to the store, with bound values')]
        for pattern, what in searches:
            for match in pattern.finditer(code):
                problems.append(f'{name}:{line_of(code, match)}: {what}')


def check_words(root, problems):
    places = [root / name for name in ('src', 'data', 'po', 'resources', 'tests')]
    files = [path for place in places for path in place.rglob('*') if path.is_file()]
    files += [root / name for name in ('run', 'README.md', 'meson.build') if (root / name).exists()]
    for path in sorted(files):
        name = path.relative_to(root).as_posix()
        # What stands in tests/*/data came from elsewhere and is kept byte for byte.
        if path.suffix not in TEXT or '/data/' in name or '__pycache__' in name:
            continue
        text = read(path)
        for pattern, what in ((LEFT_OPEN, 'left open'), (MACHINE, 'a path of one machine')):
            for match in pattern.finditer(text):
                problems.append(f'{name}:{line_of(text, match)}: {what}: {match.group(0)}')


def check_licences(root, problems):
    for path in sorted(root.glob('src/**/*.[ch]')) + sorted(root.glob('tests/**/*.[ch]')):
        top = read(path)[:400]
        if LICENCE not in top or COPYRIGHT not in top:
            problems.append(f'{path.relative_to(root)}: the licence and copyright lines are missing')


def public_functions(header):
    code = without_comments(read(header))
    code = re.sub(r'^[ \t]*#(?:[^\n]*\\\n)*[^\n]*', '', code, flags=re.M)
    code = re.sub(r'static inline.*?^}', '', code, flags=re.S | re.M)
    return sorted({name for name in DECLARATION.findall(code)
                   if not name.endswith(('_get_type', '_quark'))})


def check_comments(root, problems):
    """Every function in a layer's headers has its block above the definition in a .c there."""
    count = 0
    for layer in sorted(path for path in (root / 'src').iterdir() if path.is_dir()):
        bodies = {path: read(path) for path in sorted(layer.glob('*.c'))}
        for header in sorted(layer.glob('*.h')):
            for name in public_functions(header):
                for path, text in bodies.items():
                    found = re.search(rf'^{name} \(', text, re.M)
                    if found is None:
                        continue
                    count += 1
                    # Between the block and the name stand only the type, a macro or two.
                    if not re.search(r'/\*\*(?:(?!\*/).)*\*/\s*(?:[^\n;{}/]+\n){0,3}\Z',
                                     text[:found.start()], re.S):
                        problems.append(f'{path.relative_to(root)}:{line_of(text, found)}: '
                                        f'{name} has no comment block')
                    break
    return count


def main(where):
    root = pathlib.Path(where)
    problems, notes = [], []
    check_templates(root, problems)
    check_lengths(root, problems, notes)
    check_sql(root, problems)
    check_words(root, problems)
    check_licences(root, problems)
    count = check_comments(root, problems)
    for line in [f'note: {note}' for note in notes] + problems:
        print(line)
    print(f'{count} public functions, {len(notes)} notes, {len(problems)} problems')
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))

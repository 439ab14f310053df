#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""fill-commands.py PAGE PROGRAM: prints a manual page with the commands of the program filled in.

The table in vsl-cli-program.c is what `verslag-cli --help` prints; so the page cannot fall behind.
"""

import pathlib
import re
import sys

LITERALS = r'((?:"(?:[^"\\]|\\.)*"\s*)+)'
ENTRY = r'\{ "([\w-]+)", vsl_cli_\w+,\s*' + LITERALS + r',\s*N_\(\s*' + LITERALS + r'\) \}'
ESCAPES = {'\\': '\\e', '-': '\\-', '…': '\\[u2026]', '“': '\\[lq]', '”': '\\[rq]'}


def join(literals):
    """The text of adjacent string literals of C."""
    return ''.join(re.findall(r'"((?:[^"\\]|\\.)*)"', literals)).replace('\\"', '"')


def escape(text):
    """The same text in roff."""
    return ''.join(ESCAPES.get(character, character) for character in text)


def make_commands(program):
    """A paragraph for every command."""
    table = program[program.index('static const VslCliCommand commands[]'):]
    table = table[:table.index('\n};')]
    entries = re.findall(ENTRY, table)
    if not entries or len(entries) != table.count(', vsl_cli_'):
        sys.exit('fill-commands.py: the table of commands is not of the expected shape')
    paragraphs = []
    for name, usage, description in entries:
        sentence = join(description)
        paragraphs.append(f'.TP\n\\fB{escape(name)}\\fR {escape(join(usage))}\n'
                          f'{escape(sentence[0].upper() + sentence[1:])}.')
    return '\n'.join(paragraphs)


def main(page, program):
    page = pathlib.Path(page).read_text(encoding='utf-8')
    program = pathlib.Path(program).read_text(encoding='utf-8')
    sys.stdout.reconfigure(encoding='utf-8')
    sys.stdout.write(page.replace('@COMMANDS@', make_commands(program)))


if __name__ == '__main__':
    main(*sys.argv[1:])

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""check-layers.py edges|circles ROOT: fails on a forbidden layer edge, or on any circle of includes.

The layers, what each may include of the others, and the libraries that only one of them may know,
are the picture in README.md. There is no list of exceptions.
"""

import pathlib
import re
import sys

# Each layer: the layers whose headers it may include beside its own.
LAYERS = {
    'core': set(),
    'markup': {'core'},
    'debate': {'core', 'markup'},
    'checks': {'core', 'markup'},
    'exchange': {'core', 'markup'},
    'store': {'core'},
    'cms': {'core', 'markup'},
    'desk': {'core', 'markup', 'debate', 'checks', 'exchange', 'store', 'cms'},
    'cli': {'core', 'markup', 'desk'},
    'ui': {'core', 'markup', 'desk'},
}
# The two programs stand above their face.
MAINS = {
    'verslag.c': {'core', 'markup', 'desk', 'ui'},
    'verslag-cli.c': {'core', 'markup', 'desk', 'cli'},
}
# System headers and the only layers that may include them.
HEADERS = [
    (r'sqlite3', {'store'}),
    (r'libsoup/', {'cms'}),
    (r'libsecret/', {'cms'}),
    (r'cmark|gumbo|git2', {'markup'}),
    (r'gdk-pixbuf/', {'exchange'}),
    (r'enchant', {'checks'}),
    (r'(gtk|gdk|gsk)/|gtksourceview/|adwaita|graphene', {'ui', 'verslag.c'}),
    (r'gio/gunix|glib-unix|glib/gstdio|fcntl|unistd|sys/(socket|stat|file|mman)|netdb|arpa/',
     {'store', 'cms', 'desk', 'cli', 'ui', 'verslag.c', 'verslag-cli.c'}),
]
# Calls that would bring files, the network, settings or the clock into a pure layer.
PURE = {'core', 'markup', 'debate', 'checks', 'exchange'}
IMPURE = re.compile(r'\b(g_file_(get|set)_contents\w*|g_file_new_for_\w+|g_fopen|fopen|freopen|'
                    r'g_socket_\w+|g_network_\w+|g_resolver_\w+|g_settings_\w+|'
                    r'g_get_(real|monotonic)_time|g_date_time_new_now\w*)\s*\(')
NETWORK = re.compile(r'\b(g_(socket|network|resolver|tls|inet)_\w+|soup_\w+|(?<!->)connect)\s*\(')

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]', re.M)
COMMENT_OR_STRING = re.compile(r'//[^\n]*|/\*.*?\*/|("(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\')', re.S)


def code_of(text):
    """The text without comments, with as many lines; strings stay."""
    return COMMENT_OR_STRING.sub(
        lambda m: m.group(1) or re.sub(r'[^\n]', ' ', m.group(0)), text)


def without_strings(code):
    return re.sub(r'"(?:\\.|[^"\\\n])*"', '""', code)


def check_file(name, text, problems):
    """Reports the edges of one file and returns the project's files it includes."""
    layer = name.split('/')[0]
    allowed = LAYERS.get(layer, set()) | {layer} if '/' in name else MAINS.get(name, set())
    code = code_of(text)
    included = []
    for match in INCLUDE.finditer(code):
        kind, target = match.groups()
        where = f'src/{name}:{code.count(chr(10), 0, match.start()) + 1}'
        if kind == '<':
            for pattern, owners in HEADERS:
                if re.match(pattern, target) and layer not in owners:
                    problems.append(f'{where}: <{target}> belongs to {", ".join(sorted(owners))}')
        elif '/' in target:
            included.append(target)
            if target.split('/')[0] not in allowed:
                problems.append(f'{where}: {layer} may not include "{target}"')
        elif target.startswith('vsl-') and not target.endswith('-resources.h'):
            problems.append(f'{where}: write "{layer}/{target}", from src/')
    bare = without_strings(code)
    for pattern, layers, what in ((IMPURE, PURE, 'files, network, settings and clock are for the '
                                   'layers above'), (NETWORK, {'store'}, 'no network here')):
        for match in pattern.finditer(bare) if layer in layers else ():
            line = bare.count('\n', 0, match.start()) + 1
            problems.append(f'src/{name}:{line}: {match.group(1)} in {layer}: {what}')
    return included


def find_circles(graph):
    """Circles of the graph {node: nodes}: each a list of nodes, found depth first."""
    circles, state, path = [], {}, []

    def visit(node):
        state[node] = 'open'
        path.append(node)
        for target in sorted(graph.get(node, ())):
            if state.get(target) == 'open':
                circles.append(path[path.index(target):] + [target])
            elif target not in state:
                visit(target)
        path.pop()
        state[node] = 'done'

    for node in sorted(graph):
        if node not in state:
            visit(node)
    return circles


def module_of(name):
    """vsl-x.c, vsl-x.h and vsl-x-private.h are one module."""
    return re.sub(r'(-private)?\.[ch]$', '', name)


def main(what, root):
    src = pathlib.Path(root) / 'src'
    problems, files, modules = [], {}, {}
    for path in sorted(src.rglob('*.[ch]')):
        name = path.relative_to(src).as_posix()
        if '/' in name and name.split('/')[0] not in LAYERS:
            problems.append(f'src/{name}: no such layer')
        files[name] = check_file(name, path.read_text(encoding='utf-8'), problems)
        targets = {module_of(target) for target in files[name]} - {module_of(name)}
        modules.setdefault(module_of(name), set()).update(targets)
    if what == 'circles':
        # Headers that include each other; else modules that do, which the compiler never notices.
        problems = ['circle of includes: ' + ' → '.join(circle)
                    for circle in find_circles(files) or find_circles(modules)]
    print(*problems, sep='\n', end='\n' if problems else '')
    print(f'{len(files)} files, {len(problems)} problems')
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
"""Proves that each check of this folder can fail: a tiny tree per case, clean but for one fault."""

import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
LICENCE = ('/* SPDX-License-Identifier: GPL-3.0-or-later */\n'
           '/* Copyright 2026 the Verslag authors */\n')
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
YES = 'msgid "Yes"\nmsgstr "Ja"\n'
BASE = {
    'src/core/vsl-a.h': 'int vsl_a (void);\n',
    'src/core/vsl-a.c': '#include "core/vsl-a.h"\n\n/**\n * vsl_a:\n */\nint\nvsl_a (void)\n',
    'src/ui/vsl-a.c': '#include "core/vsl-a.h"\nconst char *a = _("Yes");\n',
    'resources/ui/vsl-a.ui': '<interface/>\n',
    'po/POTFILES': 'src/ui/vsl-a.c\n',
    'po/LINGUAS': 'nl\n',
    'po/nl.po': HEADER + YES,
}
EDGES, CIRCLES = ('check-layers.py', 'edges'), ('check-layers.py', 'circles')
SOURCES = ('check-sources.py',)
PO, COMPLETE = ('check-po.py',), ('check-po.py', '--complete')

# Name of the case, check, what is different from BASE, and what the check must say (None: nothing).
CASES = [
    ('clean layers', EDGES, {}, None),
    ('edge upward', EDGES, {'src/core/vsl-b.c': '#include "desk/vsl-b.h"'}, 'core may not'),
    ('edge to a sibling', EDGES, {'src/checks/vsl-b.c': '#include "debate/vsl-b.h"'},
     'checks may not'),
    ('window to the store', EDGES, {'src/ui/vsl-b.c': '#include "store/vsl-store.h"'},
     'ui may not'),
    ('window to the sites', EDGES, {'src/ui/vsl-b.c': '#include "cms/vsl-cms.h"'}, 'ui may not'),
    ('commands to the store', EDGES, {'src/cli/vsl-b.c': '#include "store/vsl-store.h"'},
     'cli may not'),
    ('window to the commands', EDGES, {'src/ui/vsl-b.c': '#include "cli/vsl-b.h"'},
     'ui may not'),
    ('program to the store', EDGES, {'src/verslag.c': '#include "store/vsl-store.h"'},
     'verslag.c may not'),
    ('SQLite in the window', EDGES, {'src/ui/vsl-b.c': '#include <sqlite3.h>'}, 'sqlite3.h'),
    ('HTTP in the window', EDGES, {'src/ui/vsl-b.c': '#include <libsoup/soup.h>'}, 'soup.h'),
    ('GTK in the desk', EDGES, {'src/desk/vsl-b.c': '#include <gtk/gtk.h>'}, 'gtk.h'),
    ('GTK in the main of the commands', EDGES, {'src/verslag-cli.c': '#include <gtk/gtk.h>'},
     'gtk.h'),
    ('GTK in the main of the window', EDGES, {'src/verslag.c': '#include <gtk/gtk.h>'}, None),
    ('network in the store', EDGES, {'src/store/vsl-b.c': 'g_socket_new (x);'}, 'no network'),
    ('file in core', EDGES, {'src/core/vsl-b.c': 'g_file_get_contents (x);'}, 'core'),
    ('clock in core', EDGES, {'src/core/vsl-b.c': 'g_get_real_time ();'}, 'core'),
    ('file headers in core', EDGES, {'src/core/vsl-b.c': '#include <unistd.h>'}, 'unistd.h'),
    ('only a comment', EDGES, {'src/core/vsl-b.c': '/* g_fopen () is not for here */'}, None),
    ('unknown layer', EDGES, {'src/utils/vsl-b.c': ''}, 'no such layer'),
    ('include by bare name', EDGES, {'src/core/vsl-b.c': '#include "vsl-a.h"'}, 'from src/'),
    ('no circle', CIRCLES, {}, None),
    ('circle of headers', CIRCLES, {'src/core/vsl-b.h': '#include "core/vsl-c.h"',
                                     'src/core/vsl-c.h': '#include "core/vsl-b.h"'}, 'circle'),
    ('circle of modules', CIRCLES, {'src/core/vsl-b.c': '#include "core/vsl-c.h"',
                                     'src/core/vsl-c.c': '#include "core/vsl-b.h"'}, 'circle'),
    ('long circle', CIRCLES, {'src/core/vsl-b.c': '#include "core/vsl-c.h"',
                               'src/core/vsl-c.h': '#include "core/vsl-d.h"',
                               'src/core/vsl-d.c': '#include "core/vsl-b-private.h"'}, 'circle'),
    ('clean sources', SOURCES, {}, None),
    ('template without its file', SOURCES, {'resources/ui/vsl-b.ui': ''}, 'vsl-b.ui'),
    ('too long', SOURCES, {'src/core/vsl-b.c': LICENCE + '\n' * 1000}, 'split it'),
    ('long', SOURCES, {'src/core/vsl-b.c': LICENCE + '\n' * 700}, None),
    ('SQL call outside the store', SOURCES, {'src/desk/vsl-b.c': 'sqlite3_exec (db);'},
     'belongs to the store'),
    ('SQL call in the store', SOURCES, {'src/store/vsl-b.c': 'sqlite3_exec (db);'}, None),
    ('SQL text outside the store', SOURCES,
     {'src/desk/vsl-b.c': 'g_strdup_printf ("SELECT id FROM articles WHERE id=%s", id);'},
     'bound values'),
    ('a sentence, not SQL', SOURCES, {'src/desk/vsl-b.c': 'printf ("Select a site");'}, None),
    ('SQL built with printf', SOURCES, {'src/store/vsl-b.c': 'sqlite3_mprintf (x);'},
     'never built'),
    ('work left open', SOURCES, {'src/core/vsl-b.c': '/* TO' + 'DO: later */'}, 'left open'),
    ('work left open in a script', SOURCES, {'data/b.sh': '# FIX' + 'ME'}, 'left open'),
    ('path of a machine', SOURCES, {'tests/b.py': 'open("/ho' + 'me/anna/x")'}, 'one machine'),
    ('function without comment', SOURCES,
     {'src/core/vsl-b.h': 'int vsl_b (void);', 'src/core/vsl-b.c': 'int\nvsl_b (void)\n'},
     'vsl_b has no comment'),
    ('comment of the function before', SOURCES,
     {'src/core/vsl-b.h': 'int vsl_b (void);\nint vsl_c (void);',
      'src/core/vsl-b.c': '/** a */\nint\nvsl_b (void)\n{\n}\n\nint\nvsl_c (void)\n{\n}\n'},
     'vsl_c has no comment'),
    ('plain comment', SOURCES,
     {'src/core/vsl-b.h': 'int vsl_b (void);', 'src/core/vsl-b.c': '/* a */\nint\nvsl_b (void)\n'},
     'vsl_b has no comment'),
    ('no licence', SOURCES, {'tests/core/test-b.c': 'int a;\n'}, 'licence'),
    ('clean translation', COMPLETE, {}, None),
    ('file not listed', PO, {'src/ui/vsl-b.c': 'x = ngettext ("a", "b", n);'}, 'vsl-b.c'),
    ('template not listed', PO, {'resources/ui/vsl-b.ui': '<p translatable="yes">A</p>'},
     'vsl-b.ui'),
    ('listed file gone', PO, {'po/POTFILES': 'src/ui/vsl-a.c\nsrc/ui/vsl-z.c\n'}, 'vsl-z.c'),
    ('listed twice', PO, {'po/POTFILES': 'src/ui/vsl-a.c\n' * 2}, 'twice'),
    ('wrong format', PO,
     {'po/nl.po': HEADER + '#, c-format\nmsgid "%d of"\nmsgstr "%s van"\n'}, 'not valid'),
    ('untranslated', COMPLETE, {'po/nl.po': HEADER + 'msgid "Yes"\nmsgstr ""\n'},
     'not complete'),
    ('untranslated, not asked', PO, {'po/nl.po': HEADER + 'msgid "Yes"\nmsgstr ""\n'}, None),
    ('fuzzy', COMPLETE, {'po/nl.po': HEADER + '#, fuzzy\n' + YES}, 'not complete'),
    ('missing', COMPLETE, {'po/nl.po': HEADER}, 'not complete'),
]


def run_case(check, changes, expected):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {**BASE, **changes}.items():
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            # The licence is only ever missing where the case is about it.
            bare = (name.startswith('tests/') or text.startswith('/* SPDX') or
                    path.suffix not in ('.c', '.h'))
            path.write_text(text if bare else LICENCE + text, encoding='utf-8')
        done = subprocess.run([sys.executable, HERE / check[0], *check[1:], folder],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if expected is None:
        return done.returncode == 0, done.stdout
    return done.returncode == 1 and expected in done.stdout, done.stdout


def main():
    failed = 0
    print(f'1..{len(CASES)}')
    for number, (name, check, changes, expected) in enumerate(CASES, 1):
        good, output = run_case(check, changes, expected)
        failed += not good
        print('ok' if good else 'not ok', number, name)
        if not good:
            print('#', output.replace('\n', '\n# '))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())

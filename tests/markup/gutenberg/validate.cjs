// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Verslag authors

// Reads what print-articles wrote from standard input and holds every text of blocks
// against the block editor of WordPress: its parser finds nothing but blocks, its validator accepts
// each of them, its serialiser writes the same bytes again, and the token stands in the first block.
// TAP on standard output.

'use strict';

const fs = require ('fs');
const { createRequire } = require ('module');
const path = require ('path');

const modules = createRequire (path.join (process.argv[2], 'package.json'));
const { JSDOM, VirtualConsole } = modules ('jsdom');

// The editor expects a browser; of this one only the parser of HTML matters.
function makeBrowser ()
{
  const { window } = new JSDOM ('<!doctype html><title></title>', {
    url: 'http://localhost/',
    pretendToBeVisual: true,
    virtualConsole: new VirtualConsole (),
  });
  class Observer { observe () {} unobserve () {} disconnect () {} }

  window.matchMedia = () => ({ matches: false, addListener () {}, removeListener () {},
                               addEventListener () {}, removeEventListener () {} });
  window.ResizeObserver = window.IntersectionObserver = Observer;
  window.CSS = { escape: (text) => text, supports: () => false };
  globalThis.window = window;
  for (const name of Object.getOwnPropertyNames (window))
    if (!(name in globalThis))
      globalThis[name] = window[name];
  // jsdom has its own, and the editor asks for it by this name.
  globalThis.CSS = window.CSS;
}

function describe (block)
{
  return `${block.name} is not valid:\n${block.originalContent}\n`
         + (block.validationIssues || []).map ((issue) => issue.args.map (String).join (' ')).join ('\n');
}

function* walk (blocks)
{
  for (const block of blocks)
    {
      yield block;
      yield* walk (block.innerBlocks);
    }
}

// Returns what is wrong, or null.
function judge (item, editor, parseTree)
{
  const blocks = editor.parse (item.blocks);
  const again = editor.serialize (blocks);

  for (const block of walk (blocks))
    if (!block.isValid || block.name === 'core/freeform' || block.name === 'core/missing')
      return describe (block);

  if (again !== item.blocks)
    {
      let i = 0;
      while (again[i] === item.blocks[i])
        i++;
      return `written again, it differs from byte ${i}:\n`
             + `${JSON.stringify (item.blocks.slice (Math.max (0, i - 80), i + 80))}\n`
             + `${JSON.stringify (again.slice (Math.max (0, i - 80), i + 80))}`;
    }

  for (const node of parseTree (item.blocks))
    if (node.blockName === null && node.innerHTML.trim () !== '')
      return `text outside the blocks: ${node.innerHTML}`;

  if (item.token !== null
      && !blocks.some ((block) => (block.attributes.metadata || {}).verslag === item.token))
    return 'the token is missing';

  return null;
}

function main ()
{
  const items = JSON.parse (fs.readFileSync (0, 'utf8'));
  let failed = 0;

  makeBrowser ();
  const editor = modules ('@wordpress/blocks');
  modules ('@wordpress/block-library').registerCoreBlocks ();
  const { parse } = modules ('@wordpress/block-serialization-default-parser');

  // The editor tells the console about every block that it finds wanting; judge() does it better.
  for (const name of ['log', 'info', 'warn', 'error', 'groupCollapsed', 'groupEnd'])
    console[name] = () => {};

  process.stdout.write (`1..${items.length}\n`);
  items.forEach ((item, index) => {
    const problem = judge (item, editor, parse);

    if (problem !== null)
      {
        failed++;
        process.stdout.write (`${problem}\nof the body:\n${item.body}`.replace (/^/gm, '# ') + '\n');
      }
    process.stdout.write (`${problem === null ? 'ok' : 'not ok'} ${index + 1}\n`);
  });
  process.exitCode = failed > 0 ? 1 : 0;
}

main ();

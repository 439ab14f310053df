#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Verslag authors
#
# webvtt.sh BUILD: reads 10,000 cues, 1.4 MB, with our reader and with the npm package webvtt-parser,
# in turns, and prints the medians, the best rounds (what a busy machine disturbs least) and the
# ratios. Node is warm: its first rounds are not counted.
set -euo pipefail

bench=$(realpath "$1")/tests/bench/transcript-bench
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

/usr/bin/python3 - "$work/meeting.vtt" <<'PY'
import random
import sys

random.seed(7)
words = 'het water komt en de dijk houdt als wij samen kijken naar wat er morgen kan gebeuren'.split()
with open(sys.argv[1], 'w', newline='') as out:
    out.write('WEBVTT\r\n\r\n')
    for i in range(10000):
        at = i * 3
        stamp = f'{at // 3600:02}:{at // 60 % 60:02}:{at % 60:02}'
        text = ' '.join(random.choices(words, k=12))
        out.write(f'{i + 1}\r\n{stamp}.000 --> {stamp}.900\r\n'
                  f'<v Spreker {i // 7 % 9}>{text}</v>\r\n\r\n')
PY
(cd "$work" && npm install --silent --no-audit --no-fund webvtt-parser@2.2.0 >/dev/null)
cat >"$work/parse.mjs" <<'JS'
import fs from 'node:fs';
import { createRequire } from 'node:module';
const { WebVTTParser } = createRequire(import.meta.url)('webvtt-parser');
const text = fs.readFileSync(process.argv[2], 'utf8');
for (let i = 0; i < 15; i++) {
  const start = performance.now();
  const cues = new WebVTTParser().parse(text).cues.length;
  if (cues !== 10000) throw new Error(`${cues} cues`);
  if (i >= 5) console.log((performance.now() - start).toFixed(3));
}
JS
for _ in 1 2 3; do
  "$bench" "$work/meeting.vtt" 10 >>"$work/ours"
  node "$work/parse.mjs" "$work/meeting.vtt" >>"$work/theirs"
done
pick ()  # FILE NUMBER
{
  sort -n "$1" | sed -n "$2p"
}
awk -v size="$(wc -c <"$work/meeting.vtt")" \
  -v a="$(pick "$work/ours" 15)" -v b="$(pick "$work/theirs" 15)" \
  -v c="$(pick "$work/ours" 1)" -v d="$(pick "$work/theirs" 1)" 'BEGIN {
  printf "10,000 cues, %d bytes\n", size
  printf "median: ours %.1f ms, webvtt-parser %.1f ms, ratio %.3f\n", a, b, a / b
  printf "best:   ours %.1f ms, webvtt-parser %.1f ms, ratio %.3f\n", c, d, c / d }'

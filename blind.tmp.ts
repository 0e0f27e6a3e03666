import { readFileSync, readdirSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { parse } from 'yaml';
import { documentOf } from './tests/domain/import/markdown.ts';
import { detect } from './src/domain/import/detect/detect.ts';
import { fill } from './src/domain/import/fields/fill.ts';
const [root, table, mode] = process.argv.slice(2) as [string, string, string];
const labels = parse(readFileSync(table, 'utf8')) as Record<string, { files: string; type: string }[]>;
const counts: Record<string, [number, number]> = {}; let tp = 0, td = 0, tf = 0, n = 0; const slow: [number, string][] = []; const shown: Record<string, number> = {};
for (const [corpus, rules] of Object.entries(labels))
  for (const path of (readdirSync(join(root, corpus), { recursive: true }) as string[]).filter((p) => /\.mdx?$/.test(p))) {
    const said = rules.find(({ files }) => matchesGlob(path, files))?.type ?? 'unsaid';
    const t0 = performance.now();
    const d = documentOf(readFileSync(join(root, corpus, path), 'utf8'), mode === 'blind' ? 'x/' + path.split('/').pop() : path);
    const t1 = performance.now();
    const found = detect(d, [], mode === 'blind' ? '' : corpus);
    const t2 = performance.now();
    const f = fill(d, found.type, { created: null, changed: null, owners: [] }, []);
    const t3 = performance.now();
    tp += t1 - t0; td += t2 - t1; tf += t3 - t2; n++; slow.push([t3 - t1, path]);
    if (said === 'unsaid') continue;
    const c = (counts[said] ??= [0, 0]); c[1]++; if (found.type === said) c[0]++;
    else if (mode === 'blind') { const k = corpus + said + found.type; shown[k] = (shown[k] ?? 0) + 1; if (shown[k]! <= 3) console.log(corpus, path.slice(-60), said, '->', found.type, found.confidence, found.reasons.slice(0, 3).join(' | ').slice(0, 200)); }
  }
console.log(counts, { n, parse: tp / n, detect: td / n, fill: tf / n }, slow.sort((a, b) => b[0] - a[0]).slice(0, 5));

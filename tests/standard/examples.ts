import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseDocument } from 'yaml';
import type { Example } from '../../src/domain/standard/rule.ts';
import type { Bundle } from './bundle.ts';

/** A fixture with an example put into its file: sections of the body, or fields, of which null goes. */
export function withExample({ steps }: Bundle, { path, text }: Example): Pick<Bundle, 'steps'> {
  const last = steps.findLast(({ files }) => typeof files[path] === 'string');
  const before = last?.files[path];
  const change = (file: string) =>
    text.startsWith('## ') ? withSections(file, text) : withFields(file, text, path);
  // A file that the fixture does not write itself, such as a sign-off, is changed where it lies.
  if (typeof before !== 'string') {
    const edit = (root: string) => {
      const file = join(root, path);
      writeFileSync(file, change(readFileSync(file, 'utf8')));
    };
    return { steps: [...steps, { files: {}, commit: null, edit }] };
  }
  const after = change(before);
  const changed = steps.map((step) =>
    step === last ? { ...step, files: { ...step.files, [path]: after } } : step,
  );
  return { steps: changed };
}

/** Sections of a body that have the same heading as one in `text` are replaced. */
function withSections(file: string, text: string): string {
  const parts = (source: string) => source.split(/^(?=## )/m);
  const headingOf = (part: string) => part.split('\n')[0]?.trim();
  const fresh = new Map(parts(text).map((part) => [headingOf(part), part]));
  const used = new Set<string | undefined>();
  const kept = parts(file).map((part) => {
    const replacement = fresh.get(headingOf(part));
    if (replacement === undefined) return part;
    used.add(headingOf(part));
    return `${replacement.trimEnd()}\n\n`;
  });
  const missing = [...fresh.keys()].filter((heading) => !used.has(heading));
  if (missing.length > 0) throw new Error(`The file has no section ${missing.join(', ')}`);
  return kept.join('');
}

function withFields(file: string, text: string, path: string): string {
  const isDocument = path.endsWith('.mdx');
  const [, yaml = file, body = ''] = isDocument
    ? (/^---\n([\s\S]*?)^---\n([\s\S]*)$/m.exec(file) ?? [])
    : [];
  const document = parseDocument(yaml);
  for (const [key, value] of Object.entries(parse(text))) {
    if (value === null) document.delete(key);
    else document.set(key, value);
  }
  const fields = document.toString({ lineWidth: 0 });
  return isDocument ? `---\n${fields}---\n${body}` : fields;
}

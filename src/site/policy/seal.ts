import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { contentPolicy, type Inline, withPolicy } from './content-policy.ts';
import { foreignInStyle } from './foreign-urls.ts';
import { type PageFacts, pageFacts } from './page-facts.ts';

/** What earlier builds found in the same bytes, by their digest. */
export type Memory = ReadonlyMap<string, PageFacts>;

export type Sealed =
  | { readonly policy: string; readonly memory: Memory }
  | { readonly faults: readonly string[] };

/** More inline texts than this come from pages that each carry their own. */
const MOST_INLINE = 40;

/**
 * Computes one policy from all pages of a built site and writes it into each. Where something would be
 * loaded from elsewhere, or run without a hash, nothing is written and each fault is a sentence.
 */
export function sealSite(folder: string, known: Memory = new Map()): Sealed {
  const files = filesBelow(folder);
  const pages = files.filter((file) => file.endsWith('.html'));
  const memory = new Map<string, PageFacts>();
  const inline: Inline = { scripts: new Set(), styles: new Set(), styleAttributes: new Set() };
  const faults = [...styleFaults(folder, files), ...drawingFaults(folder, files)];
  for (const page of pages) {
    const html = readFileSync(join(folder, page), 'utf8');
    const key = digestOf(html);
    const facts = known.get(key) ?? pageFacts(html);
    memory.set(key, facts);
    add(inline, facts);
    faults.push(...facts.faults.map((fault) => sentence(page, fault)));
    if (withPolicy(html, '') === null)
      faults.push(`${page} does not begin with its character set, where the policy belongs.`);
  }
  const texts = inline.scripts.size + inline.styles.size + inline.styleAttributes.size;
  if (texts > MOST_INLINE) faults.push(tooMany(texts));
  if (faults.length > 0) return { faults };
  const policy = contentPolicy(inline);
  for (const page of pages) writePolicy(join(folder, page), policy);
  return { policy, memory };
}

function writePolicy(file: string, policy: string): void {
  const html = readFileSync(file, 'utf8');
  const sealed = withPolicy(html, policy) ?? html;
  if (sealed !== html) writeFileSync(file, sealed);
}

const styleFaults = (folder: string, files: readonly string[]): string[] =>
  files
    .filter((file) => file.endsWith('.css'))
    .flatMap((file) =>
      foreignInStyle(readFileSync(join(folder, file), 'utf8')).map((address) =>
        sentence(file, `the address ${JSON.stringify(address)} of another host`),
      ),
    );

/** A drawing is served without permission to run anything; it has no business to try. */
const drawingFaults = (folder: string, files: readonly string[]): string[] =>
  files
    .filter((file) => file.endsWith('.svg'))
    .flatMap((file) => {
      const { faults, scripts } = pageFacts(readFileSync(join(folder, file), 'utf8'));
      const found = scripts.length > 0 ? ['a script', ...faults] : faults;
      return found.map((fault) => sentence(file, fault));
    });

const sentence = (file: string, fault: string): string =>
  `${file} holds ${fault}, which the site's content security policy refuses. Nothing is loaded from elsewhere, and nothing runs that is not a script of the site.`;

const tooMany = (count: number): string =>
  `The pages hold ${count} different inline scripts and styles, and the policy would name each of them. Move what differs from page to page into data attributes or a file; up to ${MOST_INLINE} are allowed.`;

function add(inline: Inline, facts: PageFacts): void {
  for (const name of ['scripts', 'styles', 'styleAttributes'] as const)
    for (const source of facts[name]) (inline[name] as Set<string>).add(source);
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64');

/** Paths of all files below a folder, with forward slashes. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll(sep, '/'),
    )
    .sort();

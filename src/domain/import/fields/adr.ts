import type { PhrasingContent, RootContent } from 'mdast';
import { headingWords } from '../detect/words.ts';
import { day, peopleIn } from './common.ts';
import { type Draft, leaves, lineOf, put, said, take } from './draft.ts';
import { linksOf } from './labels.ts';
import { lookup } from './relations.ts';
import { sectionOf } from './sections.ts';
import { statusOf } from './status.ts';

/** Reads a decision: status, day, deciders and what it replaces, from front matter, head and status section. */
export function readAdr(draft: Draft): void {
  readSection(draft, /^(?:adr |decision )?(?:status|state|état|estado|stato|statut)$/);
  take(
    draft,
    'date',
    /^(?:date|decision date|decided on|date of decision|accepted on|last updated|last modified|updated)$/,
    day,
  );
  readDateSection(draft);
  const people = peopleIn(draft);
  take(
    draft,
    'decision_makers',
    /^(?:deciders?|decision makers?|decided by|approvers?|approved by)$/,
    people,
  );
  take(draft, 'consulted', /^consulted$/, people);
  take(draft, 'informed', /^informed$/, people);
  take(draft, 'revisit_on', /^(?:revisit(?: on)?|review (?:on|by|date))$/, day);
  for (const what of said(
    draft,
    /^(?:status|supersedes|super[sc]ee?ded by|replaces|replaced by|amends|amended by)$/,
  ))
    relation(draft, what.key ?? what.line?.label ?? '', what.text, what.links);
}

function readSection(draft: Draft, words: RegExp): void {
  const section = sectionOf(draft, words);
  if (section === null) return;
  const lines = section.nodes.flatMap(linesIn);
  for (const { text, links } of lines) relation(draft, 'status', text, links);
  const found = lines.map(({ text }) => statusOf('adr', text.replace(/^status\s?:\s?/i, '')));
  const status = found.find(Boolean);
  if (status === undefined || !put(draft, 'status', status.value)) return;
  const [only, ...more] = section.nodes;
  if (only === undefined || more.length > 0 || lines.length > 1 || !status.whole) return;
  if (!['paragraph', 'list'].includes(only.type)) return;
  leaves(
    draft,
    'status',
    section.heading,
    lineOf(section.heading),
    section.heading.position?.start.line ?? null,
  );
  leaves(draft, 'status', only, lineOf(only), only.position?.start.line ?? null);
}

/** Some give the day a section of its own. */
function readDateSection(draft: Draft): void {
  const section = sectionOf(draft, /^(?:date|decision date)$/);
  const [only, ...more] = section?.nodes ?? [];
  if (section === null || only?.type !== 'paragraph') return;
  const taken = day({ value: lineOf(only), text: '', links: [], key: null, line: null });
  if (taken === undefined || !put(draft, 'date', taken.value) || !taken.whole || more.length > 0)
    return;
  leaves(
    draft,
    'date',
    section.heading,
    lineOf(section.heading),
    section.heading.position?.start.line ?? null,
  );
  leaves(draft, 'date', only, lineOf(only), only.position?.start.line ?? null);
}

interface Line {
  readonly text: string;
  readonly links: readonly string[];
}

/** The lines of a paragraph or list, with their links. */
function linesIn(node: RootContent): Line[] {
  if (node.type === 'list')
    return node.children.flatMap(({ children }) => children.flatMap(linesIn));
  if (node.type === 'blockquote') return node.children.flatMap(linesIn);
  if (node.type !== 'paragraph') return [];
  const lines: PhrasingContent[][] = [[]];
  for (const child of node.children) {
    const parts = child.type === 'text' ? child.value.split('\n') : [''];
    if (child.type === 'break') lines.push([]);
    else if (child.type !== 'text') lines.at(-1)?.push(child);
    else
      for (const [at, value] of parts.entries()) {
        if (at > 0) lines.push([]);
        lines.at(-1)?.push({ type: 'text', value });
      }
  }
  return lines
    .map((children) => ({
      text: lineOf({ type: 'paragraph', children }),
      links: linksOf(children),
    }))
    .filter(({ text }) => text !== '');
}

const relationWords =
  /\b(supersedes?|super[sc]ee?ded by|replaces?|replaced by|amends?|amended by)\b[\s:]{0,3}(.{0,300})/i;

const fields: readonly {
  readonly words: RegExp;
  readonly field: string;
  readonly other: boolean;
}[] = [
  { words: /^(?:super[sc]ee?ded by|replaced by)/, field: 'supersedes', other: true },
  { words: /^amended by/, field: 'amends', other: true },
  { words: /^(?:supersedes?|replaces?)/, field: 'supersedes', other: false },
  { words: /^amends?/, field: 'amends', other: false },
];

/** Takes what a line says of other decisions: a link, a number, or the name of a file. */
function relation(draft: Draft, label: string, text: string, links: readonly string[]): void {
  const line = label === 'status' ? text : `${headingWords(label)}: ${text}`;
  const found = relationWords.exec(line.slice(0, 500));
  const [, verb = '', object = ''] = found ?? [];
  const kind = fields.find(({ words }) => words.test(verb.toLowerCase()));
  if (kind === undefined) return;
  const names = (links.length > 0 ? links : namesIn(object)).map(lookup);
  if (names.length === 0) return;
  const into = kind.other ? draft.inverse : (draft.data as Record<string, string[]>);
  into[kind.field] = [...new Set([...(into[kind.field] ?? []), ...names])];
  if (kind.other && kind.field === 'supersedes') put(draft, 'status', 'superseded');
}

const namesIn = (object: string): string[] => [
  ...[
    ...object.matchAll(/(?:^|[\s,[(])(?:ADR|RFC)?[-\s#]{0,2}0{0,4}(\d{1,4})(?=$|[\s.,;:\])])/gi),
  ].map(([, number = '']) => `ADR-${number.padStart(4, '0')}`),
  ...[
    ...object.matchAll(
      /(?:^|[\s,[(])([a-z0-9]{1,40}(?:-[a-z0-9]{1,40}){1,20}(?:\.md)?)(?=$|[\s.,;:\])])/gi,
    ),
  ]
    .map(([, name = '']) => name)
    .filter((name) => /[a-z]{3}/i.test(name) && !/^(?:adr|rfc)-?\d+$/i.test(name)),
];

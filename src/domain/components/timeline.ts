import { toString as textOf } from 'mdast-util-to-string';
import type { MdastNode } from 'satteri';
import type { ComponentDefinition } from './define.ts';
import { blocks, childrenOf, pointOf } from './nodes.ts';
import { onlyList } from './structure.ts';

export const timeline: ComponentDefinition = {
  name: 'Timeline',
  description: 'What happened, in order, each entry with its time.',
  whenToUse: 'For the course of an incident, a drill or a migration day.',
  whenNot: 'For steps that somebody is going to follow: those are Steps.',
  example: `<Timeline>

- **11:04** The alert fires. Nobody is looking.
- **11:19** Registration calls: patients are missing from the list.
- 11:26 — The sender is restarted on the second node.
- **Next morning** The comparison finds no difference.

</Timeline>
`,
  attributes: [],
  *breaches(element) {
    yield* onlyList(element, '- **11:04** What happened');
    for (const item of element.children.flatMap(itemsOf)) {
      if (hasTime(item)) continue;
      const words = textOf(item).trim().split('\n')[0]?.slice(0, 60) ?? '';
      yield { messageId: 'time', ...pointOf(item), args: { text: words } };
    }
  },
  plain: (_attributes, children) => blocks(children),
};

/** A time at the beginning of a text, before a dash, and what is left; null where there is none. */
export function splitTime(words: string): { time: string; rest: string } | null {
  const [, time, rest] = /^\s*(\S[^—–]{0,39}?)\s+[—–]\s+(.*)$/s.exec(words) ?? [];
  return time === undefined || rest === undefined ? null : { time, rest };
}

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/** The value of `<time datetime>` for a real time or day, such as 11:04 or 3 June 2026; else null. */
export function datetimeOf(words: string): string | null {
  const [, day, clock] =
    /^(.*?)[ ,T]*((?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?$/s.exec(words.trim()) ?? [];
  const time = clock === undefined ? null : clock.padStart(clock.length > 5 ? 8 : 5, '0');
  if (!day) return time;
  const date = dateOf(day.trim());
  return date === null || time === null ? date : `${date}T${time}`;
}

function dateOf(words: string): string | null {
  if (/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(words)) return words;
  const [, day, name = '', year] = /^([12]?\d|3[01]) ([A-Za-z]{3,9}) (\d{4})$/.exec(words) ?? [];
  const month = MONTHS.findIndex((one) => one.startsWith(name.toLowerCase()));
  if (day === undefined || month < 0) return null;
  return `${year}-${String(month + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const itemsOf = (node: MdastNode): readonly MdastNode[] =>
  node.type === 'list' ? childrenOf(node) : [];

function hasTime(item: MdastNode): boolean {
  const line = childrenOf(item)[0];
  const first = line && childrenOf(line)[0];
  if (line?.type !== 'paragraph' || !first) return false;
  if (first.type === 'strong') return textOf(first).trim() !== '';
  return first.type === 'text' && splitTime(first.value) !== null;
}

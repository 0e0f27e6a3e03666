/** Something that was done on the page. */
export interface Deed {
  readonly kind: 'step' | 'branch' | 'copy';
  /** When, in milliseconds. */
  readonly at: number;
  /** What, in the page's own words; of a command its placeholders, never their values. */
  readonly what: string;
  /** The heading that it stands under, or the place that a command is run at. */
  readonly where: string;
}

/** What a note for the incident is made of. */
export interface NoteInput {
  readonly title: string;
  readonly address: string;
  /** The version of the text: its commit and digest, as far as they are known. */
  readonly version: string;
  readonly deeds: readonly Deed[];
  readonly now: number;
  /** The name of the reader's own zone, and its minutes ahead of UTC. */
  readonly zone: { readonly name: string; readonly ahead: number };
  /** Names that were filled in; their values stay on the page. */
  readonly filled: readonly string[];
  readonly undone: number;
  readonly words: string;
}

/** The note as Markdown that reads well as plain text. */
export function noteText(input: NoteInput): string {
  const { title, address, version, deeds, now, filled, undone, words } = input;
  const sorted = deeds.toSorted((a, b) => a.at - b.at);
  return `${[
    `# ${oneLine(title)}`,
    `Runbook: ${address}\nText: ${version}\n${timesLine(sorted, now, input.zone)}`,
    sorted.length === 0 ? 'Nothing was ticked or copied yet.' : sorted.map(deedLine).join('\n'),
    undone > 0 ? `Not ticked: ${undone} ${undone === 1 ? 'step' : 'steps'}.` : '',
    filled.length > 0
      ? `Filled in, values left out on purpose: ${filled.map((name) => `<${oneLine(name)}>`).join(', ')}.`
      : '',
    words.trim() === '' ? '' : `What else:\n\n${words.trim()}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}

function timesLine(deeds: readonly Deed[], now: number, zone: NoteInput['zone']): string {
  const day = new Date(deeds[0]?.at ?? now).toISOString().slice(0, 10);
  return `Times: UTC, from ${day}. Local zone of the writer: ${oneLine(zone.name)} (${offset(zone.ahead)}).`;
}

const DEEDS = { step: 'Done', branch: 'Seen', copy: 'Copied' } as const;

function deedLine({ kind, at, what, where }: Deed): string {
  const head = `- ${clock(at)} ${DEEDS[kind]}`;
  if (kind !== 'copy') return `${head}: ${oneLine(what)}${where ? ` (${oneLine(where)})` : ''}`;
  const fence = '`'.repeat(Math.max(3, longest(what, '`') + 1));
  const lines = what.split(/\r?\n/).map((line) => `  ${line}`);
  return [
    `${head}${where ? `, to run on ${oneLine(where)}` : ''}:`,
    `  ${fence}`,
    ...lines,
    `  ${fence}`,
  ].join('\n');
}

/** The time of a moment in UTC, with its seconds: several deeds fall into one minute. */
export const clock = (at: number): string => new Date(at).toISOString().slice(11, 19);

function offset(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return `UTC${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`;
}

/** Words of the page in one line: what a title holds begins no line of the note. */
const oneLine = (words: string): string => words.replaceAll(/\s+/g, ' ').trim();

const longest = (text: string, sign: string): number =>
  Math.max(0, ...(text.match(new RegExp(`${sign}+`, 'g')) ?? []).map(({ length }) => length));

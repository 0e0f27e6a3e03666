import sharp from 'sharp';
import { letter } from './lettering.ts';

/** What the picture says of the handbook. */
export interface Emblem {
  readonly title: string;
  readonly customer: string | null;
  readonly initials: string;
  readonly fictional: boolean;
}

const socialSize = { width: 1200, height: 630 } as const;

const LEFT = 88;
const ROOM = socialSize.width - 2 * LEFT;

/** The picture that other sites show for a link to the handbook, as PNG. */
export const socialPng = async (emblem: Emblem): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await sharp(Buffer.from(socialSvg(emblem)))
      .png()
      .toBuffer(),
  );

/** The same picture as SVG; all words are outlines. */
export function socialSvg({ title, customer, initials, fictional }: Emblem): string {
  const { width, height } = socialSize;
  const lines = broken(title, 92, 3);
  const first = 330 - (lines.length - 1) * 50;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="#fcfdfc"/>
<rect width="${width}" height="18" fill="#0b5560"/>
${mark(initials)}
${lines.map((line, index) => said(line, 92, first + index * 100, '#14211f', 4)).join('\n')}
${customer === null ? '' : said(broken(customer, 38, 1)[0] ?? '', 38, first + lines.length * 100 - 26, '#465653', 0)}
${ramp}
${fictional ? notice('Fictional engagement') : ''}
</svg>`;
}

const mark = (initials: string): string => {
  const lettering = letter(initials, 52);
  if (!lettering || initials === '') return '';
  return `<rect x="${LEFT}" y="78" width="96" height="96" rx="20" fill="#0b5560"/>
<path transform="translate(${LEFT + 48 - lettering.width / 2} 144)" d="${lettering.d}" fill="#fff" stroke="#fff" stroke-width="2.5"/>`;
};

/** The way to the exit with its three gates; how far it is behind would be wrong tomorrow. */
const ramp = `<g stroke-linecap="round">
<path d="M${LEFT} 540H${LEFT + ROOM}" stroke="#0b5560" stroke-width="10"/>
<path d="M${[0.7, 0.8, 0.9].map((at) => `${LEFT + ROOM * at} 522v36`).join('M')}" stroke="#0b5560" stroke-width="6"/>
</g>`;

function notice(words: string): string {
  const lettering = letter(words, 28);
  if (!lettering) return '';
  const x = socialSize.width - LEFT - lettering.width - 20;
  return `<rect x="${x - 20}" y="98" width="${lettering.width + 40}" height="56" rx="8" fill="#fbefcd" stroke="#714a00" stroke-width="2"/>
<path transform="translate(${x} 136)" d="${lettering.d}" fill="#714a00"/>`;
}

function said(words: string, size: number, y: number, colour: string, weight: number): string {
  const lettering = letter(words, size);
  if (!lettering) return '';
  return `<path transform="translate(${LEFT} ${y})" d="${lettering.d}" fill="${colour}" stroke="${colour}" stroke-width="${weight}" stroke-linejoin="round"/>`;
}

/** Words in as many lines as they need, the last one cut where more would be too many. */
function broken(words: string, size: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && widthOf(longer, size) <= ROOM) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const kept = lines.slice(0, most);
  if (lines.length > most) kept[most - 1] = `${kept[most - 1]}…`;
  return kept.map((line) => fitting(line, size));
}

const widthOf = (words: string, size: number): number => letter(words, size)?.width ?? 0;

/** A line without what does not fit. */
function fitting(line: string, size: number): string {
  if (widthOf(line, size) <= ROOM) return line;
  let end = line.length - 1;
  while (end > 1 && widthOf(`${line.slice(0, end)}…`, size) > ROOM) end--;
  return `${line.slice(0, end)}…`;
}

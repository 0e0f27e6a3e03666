import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { create, type Font } from 'fontkitten';

// A built page has another place than its source: packages are found from where the build runs.
const require = createRequire(join(process.cwd(), 'package.json'));

// The fonts that the pages are set in; each holds a part of the letters.
const files = ['latin', 'latin-ext'].map((part) =>
  require.resolve(
    `@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${part}-wght-normal.woff2`,
  ),
);

let loaded: Font[] | undefined;

const fonts = (): Font[] => {
  loaded ??= files.map((file) => create(readFileSync(file))).filter((font) => !font.isCollection);
  return loaded;
};

/** Words as an outline, so that no machine needs the font to draw them. */
export interface Lettering {
  /** The data of an SVG path; the baseline is y = 0. */
  readonly d: string;
  readonly width: number;
}

/** The outline of words at a size; null where the font lacks one of their letters. */
export function letter(words: string, size: number): Lettering | null {
  const outlines: string[] = [];
  let x = 0;
  for (const character of words) {
    const point = character.codePointAt(0) ?? 0;
    const font = fonts().find((one) => one.hasGlyphForCodePoint(point));
    if (!font) return null;
    const glyph = font.glyphForCodePoint(point);
    const scale = size / font.unitsPerEm;
    outlines.push(outlineOf(glyph.path.commands, scale, x));
    x += glyph.advanceWidth * scale;
  }
  return { d: outlines.join(''), width: x };
}

const letters = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
} as const;

interface Command {
  readonly command: keyof typeof letters;
  readonly args: readonly number[];
}

/** Font units grow upwards, those of SVG downwards. */
const outlineOf = (commands: readonly Command[], scale: number, x: number): string =>
  commands
    .map(({ command, args }) => {
      const places = args.map((value, index) =>
        index % 2 === 0 ? x + value * scale : -value * scale,
      );
      return letters[command] + places.map((place) => Math.round(place * 100) / 100).join(' ');
    })
    .join('');

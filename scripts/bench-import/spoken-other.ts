import { text } from 'node:stream/consumers';
import { parse as parseCsv } from 'csv-parse/sync';
import { type Entry, fromBuffer } from 'yauzl';
import { nothingSpoken, type Spoken } from './spoken.ts';

/** What an AsciiDoc file says, line by line: the marks of the format are left out, its code is by delimiters. */
export function spokenAsciidoc(source: string): Spoken {
  const spoken = nothingSpoken();
  const code: string[] = [];
  let fence = '';
  for (const line of source.replace(/\r\n?/g, '\n').split('\n')) {
    const mark = /^(-{4,}|\.{4,}|\/{4,}|\+{4,}|```)/.exec(line)?.[1] ?? '';
    if (fence === '' && mark !== '') fence = mark;
    else if (fence !== '' && mark === fence) {
      const value = code.splice(0).join('\n');
      if (!fence.startsWith('/') && !fence.startsWith('+') && !/<\d+>|^include::/m.test(value))
        spoken.codes.push(value);
      fence = '';
    } else if (fence !== '') code.push(line);
    else if (
      !/^(?::!?[\w-]+!?:|\/\/|\[|(?:ifdef|ifndef|ifeval|endif|include|image)::|\|===|[=*_]{4,}$)/.test(
        line,
      )
    )
      spoken.texts.push(...phrasesOf(line));
  }
  return spoken;
}

/** The parts of a line between marks of the format. */
const phrasesOf = (line: string): string[] =>
  line
    .replace(
      /(?:link|xref|image|mailto|https?|kbd|btn|menu|footnote|pass|stem|anchor|icon)?:{1,2}[^\s[\]]*\[[^\]]*\]|<<[^>]*>>|\{[\w-]+\}|\(\(\(?[^)]*\)\)\)?/g,
      '\n',
    )
    .split(/[\n|*_`#^~"']+/);

/** What the paragraphs of a Word file say, by the text of its XML. */
export async function spokenDocx(bytes: Uint8Array): Promise<Spoken> {
  const spoken = nothingSpoken();
  const xml = await entryOf(bytes, 'word/document.xml');
  for (const paragraph of xml.split('</w:p>')) {
    const text = [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, one]) => one);
    spoken.texts.push(
      text.join('').replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => signs[name] ?? ''),
    );
  }
  return spoken;
}

const signs: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

/** What the cells of a table in CSV say. */
export function spokenCsv(source: string): Spoken {
  const spoken = nothingSpoken();
  const rows: string[][] = parseCsv(source, {
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
  });
  spoken.texts.push(...rows.flat());
  return spoken;
}

const entryOf = (bytes: Uint8Array, name: string): Promise<string> =>
  new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('end', () => resolve(''));
      zip.on('error', reject);
      zip.on('entry', (entry: Entry) => {
        if (entry.fileName !== name) return zip.readEntry();
        zip.openReadStream(entry, async (failure, stream) => {
          if (failure) return reject(failure);
          resolve(await text(stream));
        });
      });
      zip.readEntry();
    });
  });

import { antoraPath } from '../../../../domain/import/links/antora.ts';
import type { Listed } from '../../../../domain/import/model.ts';
import { decode } from '../decode.ts';
import { folderOf, nameOf, resolvePath } from '../names.ts';
import { type Source, SourceError, type SourceFile } from '../source.ts';
import { selectLines } from './select.ts';

/** What the includes of a document led to. */
export interface Included {
  readonly files: string[];
  readonly missing: Listed[];
}

type Attributes = Readonly<Record<string, string>>;

/** The parts of Asciidoctor's reader and registry that are used here; its own types are of no help. */
interface TextReader {
  readonly file: string | null;
  readonly lineno: number;
  readonly includeStack: readonly unknown[];
  pushInclude(
    data: string,
    file: string | null,
    path: string | null,
    line: number,
    attributes: Attributes,
  ): unknown;
}

interface Dsl {
  handles(test: (target: string) => boolean): void;
  process(
    run: (
      document: unknown,
      reader: TextReader,
      target: string,
      attributes: Attributes,
    ) => Promise<void>,
  ): void;
}

export type Registration = (this: { includeProcessor(dsl: (this: Dsl) => void): void }) => void;

/** Includes that go round in a circle end here. */
const DEPTH = 16;
/** How many a document may have, with those inside others. */
const MOST = 2000;

/** Answers the includes of a document from the files of its source. */
export function includesFrom(source: Source, file: SourceFile, included: Included): Registration {
  const files = new Map(source.files.map((one) => [one.path, one]));
  const include = async (reader: TextReader, target: string, attributes: Attributes) => {
    const from = reader.file ?? file.path;
    const found = files.get(pathOf(target, from) ?? '');
    const text = found && isAllowed(reader, included) ? await textOf(found) : null;
    if (!found || text === null) {
      const why = found ? 'it cannot be read, or leads back to itself' : 'it is not in the source';
      included.missing.push(missing(reader.file ? null : reader.lineno - 1, target, why));
      reader.pushInclude(`\`+include::${target}[]+\``, null, nameOf(from), 1, {});
      return;
    }
    included.files.push(found.path);
    const { lines, first } = selectLines(text, attributes);
    reader.pushInclude(lines.join('\n'), found.path, nameOf(found.path), first, attributes);
  };
  return function register() {
    this.includeProcessor(function () {
      this.handles(() => true);
      this.process((_document, reader, target, attributes) => include(reader, target, attributes));
    });
  };
}

const isAllowed = (reader: TextReader, { files }: Included): boolean =>
  reader.includeStack.length < DEPTH && files.length < MOST;

const pathOf = (target: string, from: string): string | null =>
  /^[a-z][a-z0-9+.-]*:\/\//i.test(target)
    ? null
    : (antoraPath(target, from, 'pages') ?? resolvePath(folderOf(from), target));

const missing = (line: number | null, target: string, why: string): Listed => ({
  line,
  kind: 'include',
  text: `include::${target}[]`,
  became: `Shown as code: ${why}.`,
});

async function textOf(file: SourceFile): Promise<string | null> {
  try {
    return decode(await file.read(), file.path);
  } catch (error) {
    if (error instanceof SourceError) return null;
    throw error;
  }
}

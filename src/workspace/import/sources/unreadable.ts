import { nameOf } from './names.ts';
import type { Reader } from './reader.ts';
import { SourceError } from './source.ts';

/** Documents in formats that an import does not read, and what to save them as. */
const ADVICE: Readonly<Record<string, string>> = {
  doc: 'Open it in Word and save it as .docx',
  docm: 'Open it in Word and save it as .docx',
  dot: 'Open it in Word and save it as .docx',
  odt: 'Open it in LibreOffice and save it as .docx',
  pages: 'Open it in Pages and export it as .docx',
  rst: 'Convert it with pandoc to .md',
  rtf: 'Open it in Word and save it as .docx',
  org: 'Convert it with pandoc to .md',
  textile: 'Convert it with pandoc to .md',
  mediawiki: 'Convert it with pandoc to .md',
  wiki: 'Convert it with pandoc to .md',
};

const endingOf = (path: string): string =>
  /\.([^.]+)$/.exec(nameOf(path))?.[1]?.toLowerCase() ?? '';

/** Says what to do with a document that cannot be read. */
export const unreadable: Reader = {
  format: 'markdown',
  takes: ({ path }) => Object.hasOwn(ADVICE, endingOf(path)),
  read: async ({ file: { path } }) => {
    throw new SourceError(
      `${path}: a .${endingOf(path)} file is not read. ${ADVICE[endingOf(path)]}, and import that.`,
    );
  },
};

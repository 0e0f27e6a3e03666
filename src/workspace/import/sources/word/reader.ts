import mammoth from 'mammoth';
import { append } from '../../../../domain/import/lists.ts';
import type { Listed } from '../../../../domain/import/model.ts';
import { sha256 } from '../../../sha256.ts';
import { parseMade } from '../html/hast.ts';
import { readingOf } from '../html/reading.ts';
import { nameOf } from '../names.ts';
import type { Reader } from '../reader.ts';
import { SourceError } from '../source.ts';
import { isWord, picturePath } from '../word-pictures.ts';
import { CODE, CODE_IN_LINE, withCode } from './code.ts';
import { withoutContents } from './contents.ts';
import type { WordElement } from './element.ts';
import { withHeadings } from './headings.ts';
import { missingFrom } from './missing.ts';
import { notesOf, tidy } from './notes.ts';
import { openWord, type WordPackage } from './package.ts';
import { propertiesOf } from './properties.ts';
import { headingStyles } from './styles.ts';
import { toldOf } from './told.ts';

/** Word files: the converter's page, with every word that it leaves out in the list. */
export const wordReader: Reader = {
  format: 'docx',
  takes: isWord,
  read: async ({ file, bytes }) => {
    const word = await openWord(bytes, file.path);
    const properties = propertiesOf(word);
    const listed: Listed[] = toldOf(word);
    const html = await htmlOf(word, bytes, { path: file.path, title: properties.title, listed });
    const tree = parseMade(html);
    append(listed, missingFrom(word, tree, listed));
    const footnotes = notesOf(tree);
    const hasTitle = /<h1\b/.test(html);
    return readingOf({
      dialect: 'docx',
      title: hasTitle ? null : properties.title,
      frontmatter: properties.fields,
      content: tidy(tree),
      footnotes,
      translate: () => {},
      listed,
    });
  },
};

interface Options {
  readonly path: string;
  readonly title: string | null;
  readonly listed: Listed[];
}

async function htmlOf(word: WordPackage, bytes: Uint8Array, options: Options): Promise<string> {
  const styles = headingStyles(word.text('word/styles.xml') ?? '');
  const pictures = picturesOf(word, options.path);
  const transform = (document: WordElement): WordElement => {
    const rest = withoutContents(document.children ?? [], options.listed);
    return { ...document, children: withCode(withHeadings(rest, styles, options.title)) };
  };
  try {
    const made = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        styleMap: [...STYLES, ...headingsIn(styles)],
        ignoreEmptyParagraphs: false,
        externalFileAccess: false,
        transformDocument: transform,
        convertImage: mammoth.images.imgElement(async (image) => ({
          src: pictures.get(sha256(await image.readAsBuffer())) ?? '',
        })),
      },
    );
    return made.value;
  } catch (error) {
    throw new SourceError(
      `${options.path} cannot be read as a Word file: ${error instanceof Error ? error.message : error}.`,
    );
  }
}

const STYLES = [
  `p.${CODE} => pre:separator('\\n')`,
  `r.${CODE_IN_LINE} => code`,
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='title'] => h1:fresh",
  "p[style-name^='Quote'] => blockquote > p:fresh",
  "p[style-name^='Intense Quote'] => blockquote > p:fresh",
  "r[style-name='HTML Code'] => code",
];

const headingsIn = (styles: ReadonlyMap<string, number>): string[] =>
  [...styles]
    .filter(([id]) => /^[\w-]+$/.test(id))
    .map(([id, level]) => `p.${id} => h${Math.min(level, 6)}:fresh`);

/** Addresses of the pictures by their content: the converter does not say where one comes from. */
function picturesOf(word: WordPackage, path: string): Map<string, string> {
  const media = word.paths.filter((part) => /^word\/media\/[^/]+$/i.test(part));
  return new Map(
    media.map((part) => [
      sha256(word.bytes(part) ?? new Uint8Array()),
      encodeURI(picturePath(nameOf(path), part)),
    ]),
  );
}

import { isPartial } from '../../../../domain/import/links/antora.ts';
import { withoutLongSpaces } from '../../long-spaces.ts';
import { decode } from '../decode.ts';
import { parseMade } from '../html/hast.ts';
import { readingOf } from '../html/reading.ts';
import { asCode, isLongAsciidoc } from '../html/too-long.ts';
import { endsIn, type Reader } from '../reader.ts';
import { SourceError } from '../source.ts';
import { commentsOf } from './comments.ts';
import { headerOf } from './header.ts';
import { type Included, includesFrom, type Registration } from './includes.ts';
import { translateWords } from './inline.ts';
import { footnotesOf, normalise } from './normalise.ts';
import { translate } from './translate.ts';
import { unseenLines } from './unseen.ts';

/** AsciiDoc, converted by Asciidoctor without network and from files of the source only. */
export const asciidocReader: Reader = {
  format: 'asciidoc',
  takes: (file) => endsIn(file, 'adoc', 'asciidoc', 'asc', 'ad') && !isPartial(file.path),
  read: async ({ source, file, bytes }) => {
    const text = withoutLongSpaces(decode(bytes, file.path), FENCES);
    if (isLongAsciidoc(text)) return asCode(text, 'asciidoc');
    const included: Included = { files: [], missing: [] };
    const html = await htmlOf(text, includesFrom(source, file, included), file.path);
    const tree = normalise(parseMade(html), file.path);
    const footnotes = footnotesOf(tree);
    translate(tree);
    return readingOf({
      dialect: 'asciidoc',
      title: null,
      frontmatter: headerOf(text),
      content: tree.children as never,
      footnotes,
      translate: (content, listed) => translateWords(content, text, listed),
      listed: [...commentsOf(text), ...included.missing, ...unseenLines(text, html)],
    });
  },
};

const FENCES = /^(-{4,}|\.{4,}|`{3,}|\+{4,})[^-.`+]*$/;

/** Set so that pages are read the same way, whatever a document asks of its site's generator. */
const ATTRIBUTES = {
  showtitle: '',
  experimental: '',
  relfilesuffix: '.adoc',
  icons: null,
  toc: null,
  sectanchors: null,
  sectlinks: null,
  sectnums: null,
  'source-highlighter': null,
  'data-uri': null,
};

async function htmlOf(text: string, register: Registration, path: string): Promise<string> {
  // Loaded when the first document of its kind is met: it is large.
  const { convert, Extensions, LoggerManager, NullLogger } = await import('@asciidoctor/core');
  LoggerManager.logger = new NullLogger();
  try {
    const made = await convert(text, {
      safe: 'secure',
      standalone: false,
      attributes: ATTRIBUTES,
      extension_registry: Extensions.create('sources', register as never),
    });
    return String(made);
  } catch (error) {
    throw new SourceError(
      `${path} cannot be read as AsciiDoc: ${error instanceof Error ? error.message : error}.`,
    );
  }
}

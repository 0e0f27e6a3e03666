import type { WordPackage } from './package.ts';
import { readXml } from './xml.ts';

/** What a Word file says of itself. */
export interface Properties {
  /** Its title, where it is one and no left-over of a template. */
  readonly title: string | null;
  readonly fields: Readonly<Record<string, string>>;
}

const FIELDS: Readonly<Record<string, string>> = {
  'dc:creator': 'author',
  'dc:subject': 'subject',
  'dc:description': 'description',
  'cp:keywords': 'keywords',
  'cp:category': 'category',
  'cp:lastModifiedBy': 'last_modified_by',
  'cp:contentStatus': 'status',
  'cp:version': 'version',
  'dcterms:created': 'created',
  'dcterms:modified': 'last_modified',
};

const JUNK =
  /^(?:microsoft word|document\s?\d*$|dokument\s?\d*$|untitled|template|title$|word document)|\.docx?$|\.dotx?$/i;

/** The properties that are filled in; days without the time. */
export function propertiesOf(word: WordPackage): Properties {
  const values: Record<string, string> = {};
  let open = '';
  readXml(word.text('docProps/core.xml') ?? '', {
    open: (name) => {
      open = name;
    },
    close: () => {
      open = '';
    },
    text: (value) => {
      if (open !== '') values[open] = `${values[open] ?? ''}${value}`;
    },
  });
  const title = values['dc:title']?.trim() ?? '';
  const fields = Object.entries(FIELDS).flatMap(([name, field]) => {
    const value = values[name]?.trim() ?? '';
    const day = name.startsWith('dcterms:') ? value.slice(0, 10) : value;
    return day === '' ? [] : [[field, day]];
  });
  return {
    title: title === '' || JUNK.test(title) ? null : title,
    fields: Object.fromEntries(fields),
  };
}

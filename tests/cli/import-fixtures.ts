import { createWriteStream, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { ZipFile } from 'yazl';

export const fixtures = join(import.meta.dirname, '../fixtures/import');

/** The folders of fixtures, one for each way of writing documentation. */
export const dialectFolders = (): string[] =>
  readdirSync(fixtures).filter((name) => statSync(join(fixtures, name)).isDirectory());

/** Writes a Word file with headings, marks, lists, a table, a link, a footnote and a picture; all made up. */
export async function writeWordFile(file: string): Promise<void> {
  const run = (text: string, marks: object = {}) => new TextRun({ text, ...marks });
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const row = (...texts: string[]) => new TableRow({ children: texts.map(cell) });
  const bullet = (text: string, level = 0) => new Paragraph({ text, bullet: { level } });
  const document = new Document({
    title: 'The made-up relay',
    footnotes: { 1: { children: [new Paragraph('A made-up footnote.')] } },
    sections: [
      {
        children: [
          new Paragraph({ text: 'The made-up relay', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            children: [
              run('Plain, '),
              run('bold', { bold: true }),
              run(' and '),
              run('italic', { italics: true }),
              run(' words with <angle> and {brace}'),
              new FootnoteReferenceRun(1),
            ],
          }),
          new Paragraph({ text: 'Steps', heading: HeadingLevel.HEADING_2 }),
          bullet('Stop it'),
          bullet('Wait', 1),
          bullet('Start it'),
          new Paragraph({
            children: [
              new ExternalHyperlink({
                link: 'https://relay.example.test/',
                children: [run('Its page')],
              }),
            ],
          }),
          new Table({ rows: [row('Key', 'Value'), row('port', '9000'), row('host | name', '')] }),
          new Paragraph({ children: [picture()] }),
        ],
      },
    ],
  });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, await Packer.toBuffer(document));
}

function picture(): ImageRun {
  const data = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAAEUlEQVR4nGM4YaMARwzEcQBb5A45yVvUlgAAAABJRU5ErkJggg==',
    'base64',
  );
  const altText = { name: 'relay', title: 'relay', description: 'A picture of the relay' };
  return new ImageRun({ type: 'png', data, transformation: { width: 40, height: 30 }, altText });
}

/** Packs a folder. */
export async function writeZip(folder: string, file: string): Promise<void> {
  const zip = new ZipFile();
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const full = join(folder, path);
    if (statSync(full).isFile()) zip.addFile(full, relative(folder, full).replaceAll('\\', '/'));
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
}

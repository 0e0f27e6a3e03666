import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countLinks } from '../../scripts/bench-import/links.ts';
import { readWritten } from '../../scripts/bench-import/result.ts';
import { readSource } from '../../scripts/bench-import/source.ts';
import { dialectFolders, fixtures, writeWordFile, writeZip } from './import-fixtures.ts';
import { handbook, temporary } from './run.ts';

interface Report {
  readonly proof: Readonly<Record<string, { readonly lost: number; readonly kept: number }>>;
  readonly documents: readonly {
    readonly from: string;
    readonly form: string;
    readonly proof: { readonly lostPieces: readonly { line: number | null; value: string }[] };
  }[];
}

/** Every file below a folder with its bytes. */
function filesOf(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = paths.filter((path) => statSync(join(folder, path)).isFile()).toSorted();
  return Object.fromEntries(
    files.map((path) => [path, readFileSync(join(folder, path), 'latin1')]),
  );
}

/** Imports a source into a new handbook and asks for everything that an import promises. */
async function importWhole(source: string) {
  const cwd = temporary();
  const content = join(cwd, 'content');
  const command = ['import', source, '--into', 'content', '--prove', '--format', 'json'];
  const first = await handbook(command, { cwd });
  expect(first.stderr).not.toMatch(/\bat \S+ \(/);
  expect(first.code).toBe(0);
  const report = JSON.parse(first.stdout) as Report;
  const written = await readWritten(content);
  const before = filesOf(content);
  const second = await handbook(command, { cwd });
  const check = await handbook(['check'], { cwd });
  return { content, report, written, before, second, after: filesOf(content), check };
}

const lostIn = (report: Report): string[] =>
  report.documents.flatMap(({ from, proof }) =>
    proof.lostPieces.map(({ line, value }) => `${from}:${line}: ${value}`),
  );

type Imported = Awaited<ReturnType<typeof importWhole>>;

function expectWhole({ report, written, before, second, after, check }: Imported): void {
  expect(lostIn(report)).toEqual([]);
  expect(report.proof['texts']?.kept).toBeGreaterThan(5);
  expect(written.filter(({ failure }) => failure !== null)).toEqual([]);
  expect(written.length).toBeGreaterThan(0);
  expect(report.documents.filter(({ form }) => form !== 'whole')).toEqual([]);
  expect(second.code).toBe(0);
  expect(after).toEqual(before);
  expect(check.stdout).not.toMatch(/\berror\b/);
  expect(check.code).toBe(0);
}

describe('nothing of a folder is lost, and its links lead on', () => {
  it.each(dialectFolders())('written as %s', async (name) => {
    const source = join(fixtures, name);
    const imported = await importWhole(source);
    expectWhole(imported);
    const { written, content } = imported;
    const byPath = new Map(written.map((one) => [one.from.replace(`${name}/`, ''), one]));
    const isExport = name === 'notion';
    const links = countLinks(source, await readSource(source, isExport), byPath, content);
    // A folder without a page of its own has no counterpart here: its words stay.
    expect(links.broken.filter((one) => !one.includes('/) -> '))).toEqual([]);
  });
});

describe('nothing is lost of', () => {
  it('a Word file', async () => {
    const folder = join(temporary(), 'words');
    await writeWordFile(join(folder, 'Relay.docx'));
    const imported = await importWhole(folder);
    expectWhole(imported);
    expect(imported.written[0]?.spoken.images).toHaveLength(1);
  });

  it.each(['confluence', 'notion', 'mkdocs'])('a zip of the folder %s', async (name) => {
    const zip = join(temporary(), `${name}.zip`);
    await writeZip(join(fixtures, name), zip);
    expectWhole(await importWhole(zip));
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parser } from 'sax';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { reportGithub } from '../../../src/cli/reporters/github.ts';
import { reportJson } from '../../../src/cli/reporters/json.ts';
import { reportJunit } from '../../../src/cli/reporters/junit.ts';
import { reportSarif } from '../../../src/cli/reporters/sarif.ts';
import { wholeFile } from '../../../src/domain/problems/problem.ts';
import { handbook, temporary } from '../run.ts';
import { finding, reportOf, surroundings } from './findings.ts';

const evil =
  '100%\r\n::stop-commands::x, a:b ##[add-mask]y <b a="c">&amp;]]>\u0000\u001b[31m\ud800\uffff\u2028';

describe('github', () => {
  const lines = (...args: Parameters<typeof reportOf>) =>
    reportGithub(reportOf(...args), surroundings).split('\n');

  test('escapes values and messages, so that each finding stays one command', () => {
    const all = lines([
      finding({ path: `a,b:c%/d.mdx`, message: evil, fix: evil, line: 4, column: 9 }),
    ]);
    expect(all).toHaveLength(3);
    expect(all[1]).toMatch(
      /^::error file=content\/a%2Cb%3Ac%25\/d\.mdx,line=4,col=9,title=links%3A [^:,]*::100%25%0D%0A::stop/,
    );
    expect(all[1]).not.toContain('##[');
    expect(all[1]).not.toMatch(/\p{Cc}/u);
  });

  test('begins with a notice that counts, then errors, then warnings', () => {
    const all = lines([
      finding({ severity: 'warning', line: 1 }),
      ...Array.from({ length: 12 }, (_, line) => finding({ line: line + 2 })),
    ]);
    expect(all[0]).toBe(
      '::notice title=Handbook check::7 files, 12 errors, 1 warning. GitHub shows 10 of each weight; the log of this step has all.',
    );
    expect(all.slice(1, 13).every((line) => line.startsWith('::error '))).toBe(true);
    expect(all[13]).toMatch(/^::warning /);
  });

  test('names no line of a file as a whole, and only counts what was there before', () => {
    const old = finding({ line: 9 });
    const all = lines([finding({ position: wholeFile }), old], {
      isOlder: (one) => one === old,
      unlisted: 'Two more.',
    });
    expect(all).toHaveLength(3);
    expect(all[0]).toContain('7 files, 1 error. 1 older finding not shown here. Two more.');
    expect(all[1]).toMatch(/^::error file=content\/runbooks\/a\.mdx,title=/);
  });
});

test('a log of GitHub gets no command from a document that text shows', async () => {
  const cwd = temporary('small');
  writeFileSync(`${cwd}/content/alerts/x.yaml`, 'title: [##[add-mask]x\n');
  const plain = await handbook(['check', '--format', 'text'], { cwd });
  expect(plain.stdout).toContain('##[add-mask]');
  const env = { GITHUB_ACTIONS: 'true' };
  expect((await handbook(['check'], { cwd, env })).stdout).not.toContain('##[');
});

describe('junit', () => {
  interface Element {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
  }
  const textsOf = (attributes: Readonly<Record<string, { readonly value: string }>>) =>
    Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]));
  function elements(xml: string): Element[] {
    const found: Element[] = [];
    const reader = parser(true, { xmlns: true, strictEntities: true });
    reader.onerror = (error) => {
      throw error;
    };
    reader.onopentag = ({ name, attributes }) =>
      found.push({ name, attributes: textsOf(attributes) });
    reader.write(xml).close();
    return found;
  }

  test('is well-formed XML whatever a finding says, and has it all', () => {
    const xml = reportJunit(reportOf([finding({ message: evil, path: `a"<&.mdx` })]), surroundings);
    expect(xml).not.toMatch(/[^\P{Cc}\n]|\uffff/u);
    expect(xml.isWellFormed()).toBe(true);
    const failure = elements(xml).find(({ name }) => name === 'failure');
    expect(failure?.attributes['message']).toContain(
      '100%\r\n::stop-commands::x, a:b ##[add-mask]y <b a="c">&amp;]]>',
    );
  });

  test('has a suite for each file; errors fail, warnings and old findings are skipped', () => {
    const old = finding({ line: 5, message: 'Old.' });
    const problems = [
      finding(),
      finding({ line: 3 }),
      old,
      finding({ severity: 'warning', path: 'b.mdx' }),
    ];
    const all = elements(
      reportJunit(reportOf(problems, { isOlder: (one) => one === old }), surroundings),
    );
    const of = (name: string) => all.filter((one) => one.name === name);
    expect(of('testsuites')[0]?.attributes).toMatchObject({ tests: '4', failures: '2' });
    expect(
      of('testsuite').map(({ attributes }) => [
        attributes['name'],
        attributes['failures'],
        attributes['skipped'],
      ]),
    ).toEqual([
      ['content/runbooks/a.mdx', '2', '1'],
      ['content/b.mdx', '0', '1'],
    ]);
    const names = of('testcase').map(({ attributes }) => attributes['name']);
    expect(names.slice(0, 2)).toEqual([
      'links: There is no file b.mdx.',
      'links: There is no file b.mdx. (2)',
    ]);
    expect(new Set(names.slice(0, 3)).size).toBe(3);
  });

  test('has a passing test where nothing is found, as an empty report counts as none', () => {
    expect(elements(reportJunit(reportOf([]), surroundings)).map(({ name }) => name)).toEqual([
      'testsuites',
      'testsuite',
      'testcase',
    ]);
  });
});

describe('sarif', () => {
  const problems = [
    finding(),
    finding({ line: 8 }),
    finding({ ruleId: 'prose', severity: 'warning', position: wholeFile, path: 'a b/ü#?.mdx' }),
  ];
  const report = reportOf(problems, {
    isOlder: (one) => one === problems[1],
    rules: [
      { id: 'prose', title: 'Plain words', help: 'Nobody reads twice.', page: '/guide/prose/' },
    ],
  });
  const logOf = (...args: Parameters<typeof reportSarif>) =>
    JSON.parse(reportSarif(...args)).runs[0];
  const run = logOf(report, { ...surroundings, site: 'https://handbook.example' });

  test('is of the form that the types of SARIF 2.1.0 describe, and nothing else', () => {
    const complaints = typeErrors(
      reportSarif(report, { ...surroundings, site: 'https://h.example' }),
    );
    expect(complaints).toEqual([]);
    expect(typeErrors('{"version":"2.1.0","runs":[{"tool":{}}]}')).not.toEqual([]);
    expect(typeErrors('{"version":"2.1.0","runs":[],"extra":1}')).not.toEqual([]);
  });

  test('names each rule once, with its words and its page', () => {
    const { rules } = run.tool.driver;
    expect(rules.map(({ id }: { id: string }) => id)).toEqual(['links', 'prose']);
    expect(rules[1]).toEqual({
      id: 'prose',
      shortDescription: { text: 'Plain words' },
      fullDescription: { text: 'Nobody reads twice.' },
      help: { text: 'Nobody reads twice.' },
      helpUri: 'https://handbook.example/guide/prose/',
    });
    expect(logOf(report, surroundings).tool.driver.rules[1].helpUri).toBeUndefined();
    for (const { ruleId, ruleIndex } of run.results) expect(rules[ruleIndex].id).toBe(ruleId);
  });

  test('gives places from the top of the repository, encoded, with a region unless it is the file', () => {
    const places = run.results.map(
      (result: { locations: { physicalLocation: object }[] }) =>
        result.locations[0]?.physicalLocation,
    );
    expect(places[0]).toEqual({
      artifactLocation: { uri: 'content/runbooks/a.mdx', uriBaseId: '%SRCROOT%' },
      region: { startLine: 2, startColumn: 3 },
    });
    expect(places[2]).toEqual({
      artifactLocation: { uri: 'content/a%20b/%C3%BC%23%3F.mdx', uriBaseId: '%SRCROOT%' },
    });
    expect(run.originalUriBaseIds['%SRCROOT%']).toBeDefined();
    expect(run.results.map(({ level }: { level: string }) => level)).toEqual([
      'error',
      'error',
      'warning',
    ]);
  });

  test('knows a finding again when its line moves, and two alike apart', () => {
    const prints = (all: typeof problems) =>
      logOf(reportOf(all), surroundings).results.map(
        ({ partialFingerprints }: { partialFingerprints: object }) =>
          JSON.stringify(partialFingerprints),
      );
    const moved = problems.map((one) => ({ ...one, line: one.line + 40 }));
    expect(prints(moved)).toEqual(prints(problems));
    expect(new Set(prints(problems)).size).toBe(3);
  });

  test('says what was there before, where that is known', () => {
    const states = (one: typeof run) =>
      one.results.map(({ baselineState }: { baselineState?: string }) => baselineState);
    expect(states(run)).toEqual(['new', 'unchanged', 'new']);
    expect(states(logOf(reportOf(problems), surroundings))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

// No package ships the schema of SARIF; these types are made from it. The logs of two fixtures were also
// validated against the OASIS schema itself when the reporter was written.
/** What the compiler says of a text as a SARIF log. */
function typeErrors(json: string): string[] {
  const file = join(import.meta.dirname, 'log.ts');
  const source = `import type { Log } from 'sarif';\nexport const log: Log = ${json};\n`;
  const options: ts.CompilerOptions = {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
    target: ts.ScriptTarget.ES2022,
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, target) =>
    name === file ? ts.createSourceFile(name, source, target) : read(name, target);
  const program = ts.createProgram([file], options, host);
  return program
    .getSemanticDiagnostics(program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

test('json has a page of the guide for each rule, and says what is new where that is known', () => {
  const rows = (report: ReturnType<typeof reportOf>) => JSON.parse(reportJson(report)).problems;
  expect(rows(reportOf([finding()]))[0]).toMatchObject({ url: '/guide/checks/#links' });
  expect(rows(reportOf([finding()]))[0]).not.toHaveProperty('isNew');
  expect(rows(reportOf([finding()], { isOlder: () => true }))[0]).toMatchObject({ isNew: false });
});

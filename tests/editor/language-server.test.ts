import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { getLanguageService, TextDocument } from 'yaml-language-server';

// The server that VS Code, Neovim, Helix and Zed run, with the settings and schemas of this repository.
const root = join(import.meta.dirname, '../..');
const settings = JSON.parse(readFileSync(join(root, '.vscode/settings.json'), 'utf8'));
const service = getLanguageService({
  schemaRequestService: async (uri) => readFileSync(fileURLToPath(uri), 'utf8'),
  workspaceContext: { resolveRelativePath: (path, base) => new URL(path, base).href },
  clientCapabilities: {
    textDocument: { completion: { completionItem: { documentationFormat: ['markdown'] } } },
  },
});
service.configure({
  validate: true,
  completion: true,
  hover: true,
  yamlVersion: settings['yaml.yamlVersion'],
  schemas: Object.entries<string[]>(settings['yaml.schemas']).map(([path, fileMatch]) => ({
    uri: pathToFileURL(join(root, path)).href,
    fileMatch,
  })),
});

type Document = Parameters<typeof service.doValidation>[0];

let version = 0;

/** A file as it is typed; `‸` is where the cursor stands. */
function typed(path: string, text: string) {
  const at = text.indexOf('‸');
  const uri = pathToFileURL(join(root, 'content', path)).href;
  version += 1;
  const document = TextDocument.create(uri, 'yaml', version, text.replace('‸', ''));
  return { document: document as Document, at: document.positionAt(Math.max(0, at)) };
}

async function said(path: string, text: string): Promise<string[]> {
  const found = await service.doValidation(typed(path, text).document, false);
  return found.map(({ range, message }) => `${range.start.line + 1}: ${message}`).sort();
}

async function proposed(path: string, text: string): Promise<Map<string, string>> {
  const { document, at } = typed(path, text);
  const { items } = await service.doComplete(document, at, false);
  return new Map(
    items.map(({ label, documentation }) => [
      label,
      typeof documentation === 'object' ? documentation.value : (documentation ?? ''),
    ]),
  );
}

test('nothing is said of the records of the handbook', async () => {
  for (const path of [
    'engagement.yaml',
    'people/dev-castellanos.yaml',
    'alerts/epic-read-stale.yaml',
  ]) {
    const text = readFileSync(join(root, 'content', path), 'utf8');
    expect.soft(await said(path, text), path).toEqual([]);
  }
});

test('mistakes are named at their lines, in our words', async () => {
  const text = [
    'title: ""',
    'systems: hl7-gateway',
    'severity: 7',
    'runbook_url: http://clinic.example',
    'sevrity: 1',
  ].join('\n');
  expect(await said('alerts/a.yaml', text)).toEqual([
    '1: Write one line of text, 120 characters at most.',
    '2: Write a list: every entry on its own line, after "- ".',
    expect.stringMatching(/^3: Write one of: 1, 2, 3, 4\. /),
    '4: Write an https address, such as https://clinic.example/page.',
    '5: Property sevrity is not allowed.',
  ]);
});

test('what is required is asked for', async () => {
  expect(await said('people/a.yaml', 'name: Ada Reyes\n')).toEqual([
    '1: Missing property "email".',
  ]);
});

test('systems are proposed by the names of their files, with their titles', async () => {
  const found = await proposed('alerts/a.yaml', 'title: A\nsystems:\n  - ‸\n');
  expect(found.get('hl7-gateway')).toBe('HL7 gateway');
});

test('people, any document and the audiences are proposed', async () => {
  const signer = await proposed('waivers/a.yaml', 'title: A\nsigner: ‸\n');
  expect(signer.get('dev-castellanos')).toBe('Dev Castellanos');
  const groups = await proposed('people/a.yaml', 'name: A\ngroups:\n  - ‸\n');
  expect([...groups.keys()]).toContain('engineering');
  const documents = await proposed('acceptances/a.yaml', 'document: ‸\n');
  expect([...documents.keys()]).toContain('runbooks/hl7-feed-stalled');
});

test('a name that is not known yet is accepted', async () => {
  expect(await said('alerts/a.yaml', 'title: A\nsystems:\n  - not-written-yet\n')).toEqual([]);
  expect(await said('alerts/a.yaml', 'title: A\nsystems:\n  -\n')).toEqual([
    '3: Write a name. The editor proposes those that the handbook has.',
  ]);
});

test('an empty file is offered all that is required', async () => {
  expect([...(await proposed('alerts/a.yaml', '‸')).keys()]).toContain('Alert');
});

import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { newDocument } from '../../src/cli/commands/new.ts';
import { fieldsOf, fitsOption } from '../../src/cli/draft/fields.ts';
import { commonOptions } from '../../src/domain/commands/define.ts';
import type { TypeDefinition } from '../../src/domain/documents/define.ts';
import { types } from '../../src/domain/documents/registry.ts';
import { answering, handbook, temporary, today } from './run.ts';

const working: readonly TypeDefinition[] = types.filter((type) => type.folder !== '');

/** Values for fields whose form no program could guess. */
const samples: Readonly<Record<string, string>> = {
  iso_week: '2026-W37',
  email: 'new@lakeside.example',
  accepted_hash: 'a'.repeat(64),
  signed_root: 'b'.repeat(64),
};

const frontmatter = (file: string): Record<string, unknown> =>
  parse(readFileSync(file, 'utf8').replace(/^---\n([\s\S]*?)\n---\n[\s\S]*$/, '$1'));

describe('every type', () => {
  test('has required fields that fit on the command line beside its options', () => {
    const taken = [...newDocument.options, ...commonOptions].map(({ name }) =>
      name.replace('-', '_'),
    );
    for (const type of working) {
      const required = fieldsOf(type).filter(({ isRequired }) => isRequired);
      expect(required.filter((field) => !fitsOption(field))).toEqual([]);
      expect(required.filter(({ name }) => taken.includes(name))).toEqual([]);
    }
  });

  test('can be started, and the handbook then passes the check', async () => {
    const cwd = temporary('small');
    const left = [...working];
    // Some need a document of another type first: go round until all are written.
    for (let round = 0; left.length > 0 && round < working.length; round++) {
      for (const type of [...left]) {
        const result = await handbook(await commandFor(type, cwd), { cwd });
        if (result.code === 0) left.splice(left.indexOf(type), 1);
      }
    }
    expect(left.map(({ name }) => name)).toEqual([]);
    const { code, stdout } = await handbook(['check', '--format', 'json'], { cwd });
    expect(JSON.parse(stdout).counts.error).toBe(0);
    expect(code).toBe(0);
  });
});

/** The command that starts a document of a type, with a value for each field that has no default. */
async function commandFor(type: TypeDefinition, cwd: string): Promise<string[]> {
  const command = ['new', type.name, `A new ${type.label}`];
  for (const { name, item, isList, isRequired } of fieldsOf(type)) {
    const isGiven = [type.titleField, type.summaryField, 'owner', 'audience', 'date'].includes(
      name,
    );
    if (!isRequired || isGiven || type.start[name] !== undefined) continue;
    const [target] = item.reference?.to ?? [];
    const value = target
      ? await anyDocument(item.reference?.to ?? [], cwd)
      : (samples[name] ?? String(item.enum?.[0] ?? sampleOf(item.format, item.pattern)));
    command.push(`--${name}=${value}`);
    if (isList && value === 'Words') command.push(`--${name}=More words`);
  }
  return command;
}

const sampleOf = (format: string | undefined, pattern = ''): string =>
  pattern.includes('{64}')
    ? 'c'.repeat(64)
    : format === 'date'
      ? '2026-09-10'
      : format === 'date-time'
        ? '2026-09-10T10:00:00Z'
        : 'Words';

async function anyDocument(to: readonly string[], cwd: string): Promise<string> {
  const target = to.includes('*') ? 'system' : (to[0] ?? '');
  const { stdout } = await handbook(['list', target, '--format', 'json'], { cwd });
  const id: string = JSON.parse(stdout)[0]?.id ?? 'none/none';
  return to.length === 1 && target === to[0] ? id.split('/').slice(1).join('/') : id;
}

describe('titles', () => {
  const odd = [
    `It's "quoted": #1 & <b> {x} [y] *z* \`w\` | > - ? % @ !`,
    '- a list?',
    'yes',
    '2026-09-01',
    '007',
    '---a---',
    '🚑 Emergency 🚒',
    'Größe der Übergabe — naïve façade',
    'a: b: c # d',
    `${'long '.repeat(23)}title`,
  ];

  test.each(odd)('%s is kept as it is', async (title) => {
    const cwd = temporary('small');
    const args = ['new', 'system', '--tier', '1', '--', title];
    const result = await handbook(args, { cwd });
    expect(result).toMatchObject({ code: 0 });
    expect(frontmatter(join(cwd, result.stdout.trim()))['title']).toBe(title.trim());
    expect((await handbook(['check'], { cwd })).code).toBe(0);
  });

  test.each([
    ['', /title is empty/],
    ['   ', /title is empty/],
    ['two\nlines', /line break or a control character/],
    ['a\u0000b', /line break or a control character/],
    ['a\u001b[31mb', /line break or a control character/],
    ['a\u202eb', /line break or a control character/],
    ['x'.repeat(300), /longer than 120 characters/],
    ['🚑', /--slug a-short-name/],
    ['引き継ぎ', /--slug a-short-name/],
  ])('%j is refused', async (title, message) => {
    const cwd = temporary('small');
    const before = readdirSync(join(cwd, 'content'), { recursive: true });
    const result = await handbook(['new', 'system', title, '--tier', '1'], { cwd });
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toMatch(message);
    expect(readdirSync(join(cwd, 'content'), { recursive: true })).toEqual(before);
  });

  test('one without letters a-z is written under a name that is given', async () => {
    const cwd = temporary('small');
    const args = ['new', 'system', '引き継ぎ', '--tier', '1', '--slug', 'handover'];
    expect((await handbook(args, { cwd })).stdout).toBe('content/systems/handover.mdx\n');
  });

  test('that begins with a hyphen needs two of them before it, and the message says so', async () => {
    const result = await handbook(['new', 'system', '- a list?'], { cwd: temporary('small') });
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain('-- "- a list?"');
  });

  test.each(['Up', '../up', 'a/b', 'a b', 'x'.repeat(200)])(
    'the name %s is refused',
    async (slug) => {
      const cwd = temporary('small');
      const result = await handbook(['new', 'system', 'T', '--tier', '1', '--slug', slug], { cwd });
      expect(result).toMatchObject({ code: 2, stdout: '' });
      expect(result.stderr).toContain('cannot be an address');
    },
  );
});

describe('what is filled in', () => {
  test('the next number, also past a gap and with four digits', async () => {
    const cwd = temporary('small');
    const text = readFileSync(join(cwd, 'content/adrs/0001-queue-the-faxes.mdx'), 'utf8');
    writeFileSync(join(cwd, 'content/adrs/0041-later.mdx'), text);
    const { stdout } = await handbook(['new', 'adr', 'Next'], { cwd });
    expect(stdout).toBe('content/adrs/0042-next.mdx\n');
  });

  test('the day, the owner and the first audience', async () => {
    const cwd = temporary('small');
    const { stdout } = await handbook(['new', 'adr', 'Next'], { cwd });
    expect(frontmatter(join(cwd, stdout.trim()))).toMatchObject({
      created: today,
      date: today,
      owner: 'sam-okafor',
      audience: ['engineering'],
    });
  });

  test('the lead who stays owns it before the one who leaves', async () => {
    const cwd = temporary('small');
    appendFileSync(join(cwd, 'content/engagement.yaml'), 'customer_lead: ada-reyes\n');
    const { stdout } = await handbook(['new', 'adr', 'Next'], { cwd });
    expect(frontmatter(join(cwd, stdout.trim()))).toMatchObject({ owner: 'ada-reyes' });
  });

  test('an old error elsewhere does not stop a new document', async () => {
    const cwd = temporary('broken');
    const result = await handbook(['new', 'system', 'Fax gateway', '--tier', '2'], { cwd });
    expect(result).toMatchObject({ code: 0, stdout: 'content/systems/fax-gateway.mdx\n' });
  });

  test('nothing is written where the address is taken by an alias', async () => {
    const cwd = temporary('small');
    const file = join(cwd, 'content/systems/fax-gateway.mdx');
    const text = readFileSync(file, 'utf8').replace(
      'tier: 2',
      'tier: 2\naliases:\n  - /systems/faxes/',
    );
    writeFileSync(file, text);
    const result = await handbook(['new', 'system', 'Faxes', '--tier', '2'], { cwd });
    expect(result.code).toBe(2);
    expect(existsSync(join(cwd, 'content/systems/faxes.mdx'))).toBe(false);
  });
});

describe('at a terminal', () => {
  test('only what is missing is asked, with the choices there are', async () => {
    const cwd = temporary('small');
    const { prompt, asked } = answering(['Feed stalled', 'Messages wait.', ['interface-engine']]);
    const result = await handbook(['new', 'runbook'], { cwd, prompt, terminal: { input: true } });
    expect(result.code).toBe(0);
    expect(asked.map(({ choices }) => choices.map(({ value }) => value))).toEqual([
      [],
      [],
      ['fax-gateway', 'interface-engine'],
    ]);
    expect(frontmatter(join(cwd, result.stdout.trim()))).toMatchObject({
      title: 'Feed stalled',
      summary: 'Messages wait.',
      systems: ['interface-engine'],
    });
  });

  test('an answer that the schema refuses is told at once', async () => {
    const cwd = temporary('small');
    const { prompt, asked } = answering(['Fax drill', '2026-09-10', 'ada-reyes', 'pass']);
    await handbook(['new', 'drill', 'Fax drill'], { cwd, prompt, terminal: { input: true } });
    const on = asked.find(({ question }) => question.message.startsWith('on:'));
    expect(on?.question.validate?.('2026-02-30')).toBeTruthy();
    expect(on?.question.validate?.('')).toBeTruthy();
    expect(on?.question.validate?.('2026-02-28')).toBeUndefined();
  });

  test('cancelling writes nothing', async () => {
    const cwd = temporary('small');
    const { prompt } = answering([null]);
    const result = await handbook(['new', 'runbook', 'X'], {
      cwd,
      prompt,
      terminal: { input: true },
    });
    expect(result).toEqual({ code: 2, stdout: '', stderr: 'Cancelled. Nothing was written.\n' });
    expect(existsSync(join(cwd, 'content/runbooks/x.mdx'))).toBe(false);
  });
});

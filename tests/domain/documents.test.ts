import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  type TypeName,
  typeNamed,
  typeOfFolder,
  types,
} from '../../src/domain/documents/registry.ts';

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: unknown;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly reference?: { to: readonly string[]; label: string; inverse: string };
}

const schemaOf = (type: (typeof types)[number]): Schema =>
  z.toJSONSchema(type.schema, { io: 'input', unrepresentable: 'any' }) as Schema;

/** Every schema below one, list items included, by its path. */
function fieldsBelow(schema: Schema, path: string): { path: string; schema: Schema }[] {
  const children = [
    ...Object.entries(schema.properties ?? {}).map(
      ([key, child]) => [`${path}.${key}`, child] as const,
    ),
    ...(schema.items ? [[`${path}[]`, schema.items] as const] : []),
  ];
  return children.flatMap(([at, child]) => [
    { path: at, schema: child },
    ...fieldsBelow(child, at),
  ]);
}

const all = types.flatMap((type) => fieldsBelow(schemaOf(type), type.name));
const names: readonly string[] = types.map((type) => type.name);

/** The complaints about a value, as `path: code`. */
function complaints(name: TypeName, value: unknown): string[] {
  const { error } = types.find((type) => type.name === name)?.schema.safeParse(value) ?? {};
  return (error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.code}`);
}

const common = {
  title: 'A',
  summary: 'B.',
  status: 'draft',
  owner: 'ann-lee',
  audience: ['engineering'],
};
const feed = { ...common, kind: 'fhir-r4', product: 'athenaOne', counterparty: 'athenahealth' };

describe('the registry', () => {
  it('has unique names and folders, and finds a type by either', () => {
    expect(new Set(names).size).toBe(types.length);
    expect(new Set(types.map((type) => type.folder)).size).toBe(types.length);
    for (const type of types) {
      expect(typeNamed(type.name)).toBe(type);
      expect(typeOfFolder(type.folder)).toBe(type.folder === '' ? undefined : type);
    }
    expect(typeNamed('runbooks')).toBeUndefined();
    expect(typeOfFolder('toString')).toBeUndefined();
  });

  it('knows type names at compile time', () => {
    const known: TypeName = 'eval-report';
    // @ts-expect-error no such type
    const unknown: TypeName = 'eval-raport';
    expect(names).toContain(known);
    expect(names).not.toContain(unknown);
  });
});

describe.each(types)('$name', (type) => {
  const schema = schemaOf(type);
  const own = fieldsBelow(schema, type.name);

  it('describes every field in a sentence', () => {
    const bare = own.filter((field) => !/^[A-Z"].*\.$/s.test(field.schema.description ?? ''));
    expect(bare.map((field) => field.path)).toEqual([]);
  });

  it('takes no unknown key at any depth', () => {
    const open = [{ path: type.name, schema }, ...own].filter(
      (field) => field.schema.properties && field.schema.additionalProperties !== false,
    );
    expect(open.map((field) => field.path)).toEqual([]);
  });

  it('shows fields that it has', () => {
    const shown = [
      type.titleField,
      ...(type.summaryField ? [type.summaryField] : []),
      ...type.columns,
    ];
    expect(Object.keys(schema.properties ?? {})).toEqual(expect.arrayContaining(shown));
    expect(new Set<string>(type.columns).size).toBe(type.columns.length);
  });

  it('asks little of a first draft', () => {
    // Five common fields and the up to four without which a drill or a data flow says nothing.
    expect(schema.required?.length).toBeLessThanOrEqual(9);
  });

  it('starts with values that fit', () => {
    for (const [key, value] of Object.entries(type.start)) {
      const field = (type.schema.shape as z.ZodRawShape)[key];
      expect(field && z.safeParse(field, value).success).toBe(true);
    }
  });

  it('says in each section what to write', () => {
    const titles = type.sections.map((section) => section.title);
    expect(new Set(titles).size).toBe(titles.length);
    for (const { start } of type.sections) expect(start).toMatch(/\bto write\b[:)]/i);
  });
});

describe('references', () => {
  const references = all.flatMap(({ path, schema }) => {
    return schema.reference ? [{ path, ...schema.reference }] : [];
  });

  it('point at registered types', () => {
    const astray = references.filter(
      ({ to }) => to.length === 0 || to.some((one) => one !== '*' && !names.includes(one)),
    );
    expect(astray.map(({ path }) => path)).toEqual([]);
  });

  it('read from both ends', () => {
    const mute = references.filter(
      ({ label, inverse }) => !/^[A-Z]/.test(label) || !/^[A-Z]/.test(inverse),
    );
    expect(mute.map(({ path }) => path)).toEqual([]);
  });

  it('reach into lists and blocks', () => {
    expect(references.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'exit-plan.transfers[].system',
        'integration.write_paths[].reconcile_runbook',
        'onboarding-path.steps[].doc',
        'postmortem.actions[].owner',
        'runbook.escalation[].person',
        'system.phi.key_custodian',
      ]),
    );
  });
});

describe('samples', () => {
  it.each<[TypeName, object]>([
    ['runbook', { ...common, systems: ['interface-engine'] }],
    ['adr', { ...common, status: 'accepted', date: '2026-09-01' }],
    ['system', { ...common, tier: 1 }],
    ['integration', { ...feed, fhir_r4: { launch: 'backend' } }],
    [
      'data-flow',
      { ...common, from: 'systems/a', to: 'vendors/b', payload_class: 'phi', decision: 'blocked' },
    ],
    ['baa', { ...common, parties: ['Brookside Clinics LLC', 'Example Cloud Inc.'] }],
    ['drill', { ...common, runbook: 'a', on: '2026-09-01', executor: 'ann-lee', result: 'pass' }],
    ['postmortem', { ...common, severity: 1, started_at: '2026-09-01T14:30:00Z', systems: ['a'] }],
    ['weekly-summary', { ...common, iso_week: '2026-W36' }],
    ['exit-plan', common],
    ['page', common],
    ['engagement-charter', { ...common, quarter: '2026-Q3' }],
    [
      'glossary',
      { term: 'MRN', plain: 'A number.', status: 'current', owner: 'ann-lee', audience: ['all'] },
    ],
    [
      'sign-off',
      { title: 'A', gate: -30, signed_on: '2026-09-01', signer: 'a', signed_root: '0'.repeat(64) },
    ],
  ])('a %s needs no more than this', (name, value) => {
    expect(complaints(name, value)).toEqual([]);
  });

  it.each<[string, TypeName, object, string]>([
    ['an unknown key', 'exit-plan', { ...common, reviwed_on: '2026-09-01' }, ': unrecognized_keys'],
    [
      'an unknown nested key',
      'system',
      { ...common, tier: 1, phi: { log: 'x' } },
      'phi: unrecognized_keys',
    ],
    [
      'an unpadded date',
      'adr',
      { ...common, status: 'proposed', date: '2026-9-1' },
      'date: invalid_format',
    ],
    [
      'a day that is not',
      'exit-plan',
      { ...common, tested_on: '2026-02-30' },
      'tested_on: invalid_format',
    ],
    [
      'a number as text',
      'system',
      { ...common, tier: 1, rto_minutes: '60' },
      'rto_minutes: invalid_type',
    ],
    [
      'a target that is no number',
      'system',
      { ...common, tier: 1, rto_minutes: 'best effort' },
      'rto_minutes: invalid_type',
    ],
    [
      'a week that is not',
      'weekly-summary',
      { ...common, iso_week: '2026-W54' },
      'iso_week: invalid_format',
    ],
    [
      'a status of another type',
      'postmortem',
      {
        ...common,
        status: 'accepted',
        severity: 1,
        started_at: '2026-09-01T14:30:00Z',
        systems: ['a'],
      },
      'status: invalid_value',
    ],
    [
      'the block of another kind',
      'integration',
      { ...feed, hl7v2: { trigger_events: ['ADT^A08'] } },
      'hl7v2: custom',
    ],
    [
      'an address without its file',
      'engagement',
      { repository: { url: 'https://git.example/a', edit_url: 'https://git.example/a/edit' } },
      'repository.edit_url: invalid_format',
    ],
  ])('%s is refused', (_, name, value, complaint) => {
    expect(complaints(name, value)).toContain(complaint);
  });

  it('says which kind a block belongs to', () => {
    const { error } = typeNamed('integration')?.schema.safeParse({ ...feed, x12: {} }) ?? {};
    expect(error?.issues[0]?.message).toBe(
      'belongs to kind x12, and this integration is of kind fhir-r4',
    );
  });
});

import { numberAt, rawAt, rowsAt, textAt } from '../../../domain/graph/fields.ts';
import { compareText } from '../../../domain/problems/problem.ts';
import { counted, dated, dueMark } from '../days.ts';
import type { Fact, Value } from '../values.ts';
import type { Form, FormInput, FormOf, Item, Section } from './form.ts';
import { routeValue } from './phone.ts';
import { integrationQuirks } from './quirks.ts';
import { fact, factAt, fieldNames, itemValue, words } from './read.ts';
import { whyOf } from './why.ts';

const shown = fieldNames(
  'kind product product_version counterparty tenant direction payloads',
  'auth limits write_paths quirks support sandbox_ref production_ref contract_ref',
);

/** An integration: which surface, who holds the key, what limits it, what it writes, and how it surprised us. */
export const integrationForm: FormOf = (input): Form => {
  const why = whyOf(input, integrationQuirks(input));
  return {
    shown,
    lead: [{ kind: 'facts', facts: [...why.door, ...surfaceFacts(input)] }],
    sections: [...writePaths(input), ...why.sections, ...quirks(input)],
  };
};

const kinds: Readonly<Record<string, string>> = {
  'fhir-r4': 'FHIR R4, resources over HTTPS',
  hl7v2: 'HL7 version 2, messages',
  'csv-drop': 'CSV files that are dropped',
  proprietary: 'The vendor’s own interface',
  x12: 'X12, claims and eligibility',
};

const directions: Readonly<Record<string, string>> = {
  inbound: 'In: they send, we receive',
  outbound: 'Out: we send, they receive',
  both: 'Both ways',
};

function surfaceFacts(input: FormInput): Fact[] {
  const { data } = input.entry;
  const kind = textAt(data, 'kind');
  const direction = textAt(data, 'direction');
  const version = textAt(data, 'product_version');
  const product = textAt(data, 'product');
  const rotates = textAt(data, 'auth.rotates_on');
  const route = textAt(data, 'support.route');
  const limit = (field: string) => textAt(data, `limits.${field}`);
  return [
    ...fact('Surface', kind === null ? null : words(kinds[kind] ?? kind)),
    ...fact(
      'Product',
      product === null ? null : words(version ? `${product}, ${version}` : product),
    ),
    ...factAt(input, 'counterparty'),
    ...factAt(input, 'tenant'),
    ...fact('Direction', direction === null ? null : words(directions[direction] ?? direction)),
    ...factAt(input, 'payloads', 'Carries'),
    ...factAt(input, 'auth.flow', 'How we sign in'),
    ...factAt(input, 'auth.key_custody', 'Who holds the key'),
    ...fact(
      'Key replaced by',
      rotates === null ? null : dated(rotates, dueMark(rotates, input.asOf)),
    ),
    ...factAt(input, 'auth.secret_ref', 'Name in the secret store'),
    ...fact('Limit, as published', sourced(limit('published'), limit('source'))),
    ...fact(
      'Limit, as observed',
      sourced(limit('observed'), limit('published') === null ? limit('source') : null),
    ),
    ...fact('Support', route === null ? null : routeValue(route)),
    ...factAt(input, 'support.account_owner', 'Who may open a ticket'),
    ...factAt(input, 'production_ref', 'Live side'),
    ...factAt(input, 'sandbox_ref', 'Test side'),
    ...factAt(input, 'contract_ref', 'Contract'),
  ];
}

const sourced = (limit: string | null, source: string | null): Value | null =>
  limit === null ? null : words(source === null ? limit : `${limit} (source: ${source})`);

function writePaths(input: FormInput): Section[] {
  const paths = rowsAt(input.entry.data, 'write_paths');
  if (paths.length === 0) return [];
  const items = paths.map((path): Item => {
    const line = (label: string, value: Value | null) => (value === null ? [] : [{ label, value }]);
    return {
      head: words(textAt(path, 'operation') ?? ''),
      aside: null,
      lines: [
        ...line('Made harmless twice by', itemValue(input, 'write_paths', path, 'idempotency_key')),
        ...line('Repeated', retryWords(path)),
        ...line('Duplicates', itemValue(input, 'write_paths', path, 'duplicates')),
        ...line('Reconciled with', itemValue(input, 'write_paths', path, 'reconcile_runbook')),
      ],
    };
  });
  return [
    { id: '_writes', title: 'What it writes', blocks: [{ kind: 'items', ordered: false, items }] },
  ];
}

function retryWords(path: Readonly<Record<string, unknown>>): Value | null {
  const attempts = numberAt(path, 'retry.attempts');
  const wait = textAt(path, 'retry.wait');
  const last = textAt(path, 'retry.after_last');
  if (rawAt(path, 'retry') === undefined) return null;
  const parts = [
    attempts === null
      ? null
      : attempts === 1
        ? 'never; one attempt'
        : `up to ${counted(attempts, 'attempt')}`,
    wait === null ? null : `wait ${wait}`,
    last === null ? null : `then: ${last}`,
  ];
  return words(parts.filter((part) => part !== null).join('; '));
}

/** Older quirks than these are unfolded by those who look for them. */
const NEWEST = 5;

function quirks(input: FormInput): Section[] {
  const all = rowsAt(input.entry.data, 'quirks').toSorted((a, b) =>
    compareText(textAt(b, 'seen_on') ?? '', textAt(a, 'seen_on') ?? ''),
  );
  if (all.length === 0) return [];
  const rows = all.map((quirk) =>
    ['seen_on', 'what', 'workaround', 'tenant'].map((field) =>
      itemValue(input, 'quirks', quirk, field),
    ),
  );
  const tenants = all.some((quirk) => quirk['tenant'] !== undefined);
  const width = tenants ? 4 : 3;
  const columns = ['Last seen', 'What happens', 'What we do', 'Where'].slice(0, width);
  const cut = rows.map((row) => row.slice(0, width));
  const old = cut.slice(NEWEST);
  const folded =
    old.length === 0
      ? null
      : { summary: `${old.length} older`, label: 'Older quirks', columns, rows: old };
  const table = { label: 'Quirks', columns, rows: cut.slice(0, NEWEST) };
  return [
    { id: '_quirks', title: 'Quirks, newest first', blocks: [{ kind: 'table', table, folded }] },
  ];
}

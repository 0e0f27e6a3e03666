import { describe, expect, it } from 'vitest';
import { emptyOutline } from '../../src/domain/body/outline.ts';
import { rules } from '../../src/domain/checks/registry.ts';
import { problemOf, withArticle } from '../../src/domain/checks/rule.ts';
import { addresses } from '../../src/domain/checks/rules/addresses.ts';
import { checkCorpus } from '../../src/domain/checks/run.ts';
import type { TypeDefinition } from '../../src/domain/documents/define.ts';
import { typeNamed } from '../../src/domain/documents/registry.ts';
import type { Corpus, Entry } from '../../src/domain/graph/corpus.ts';
import { buildGraph } from '../../src/domain/graph/graph.ts';

const glossary = typeNamed('glossary') as TypeDefinition;

const entry = (id: string, more: Partial<Entry> = {}): Entry => ({
  id,
  type: glossary,
  path: `${id}.mdx`,
  data: {},
  readable: false,
  outline: emptyOutline,
  body: '',
  ...more,
});

const corpusOf = (entries: readonly Entry[]): Corpus => ({
  entries,
  byId: new Map(entries.map((one) => [one.id, one])),
  assets: new Set(),
  problems: [],
});

const found = (corpus: Corpus) =>
  checkCorpus(corpus).map(({ ruleId, messageId }) => `${ruleId}.${messageId}`);

describe('messages that no file of the types of today can carry', () => {
  it('addresses.reserved: an id at the address of a page of the site', () => {
    const corpus = corpusOf([entry('guide/checks')]);
    const context = { corpus, graph: buildGraph(corpus) };
    expect([...(addresses.check?.(context) ?? [])]).toMatchObject([{ messageId: 'reserved' }]);
    expect(found(corpusOf([entry('glossary/checks')]))).not.toContain('addresses.reserved');
  });
});

describe('the registry', () => {
  it('has unique ids, and words that begin and end as sentences', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { id, title, why, messages } of rules) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(why).toMatch(/^[A-Z].*\.$/);
      for (const { message, fix } of Object.values(messages)) {
        expect(message).toMatch(/^[A-Z`{<].*([.?]|\{description\})$/);
        expect(fix, message).not.toBe('');
      }
    }
  });
});

describe('the words of a problem', () => {
  const rule = addresses;
  const words = (address: string) =>
    problemOf(rule, {
      messageId: 'reserved',
      path: 'a',
      position: { kind: 'file' },
      args: { address },
    }).message;

  it('hold no control or direction characters of a document, and are bounded', () => {
    expect(words('a\u001b[31m\u202eb\nc')).toBe(
      'The address a [31m b c belongs to a page that the handbook makes itself.',
    );
    expect(words('x'.repeat(10_000)).length).toBeLessThan(400);
  });

  it('take what a document says as it is', () => {
    expect(words('{address} $& $1')).toContain('{address} $& $1');
  });

  it('begin a type with its article', () => {
    expect(['Alert', 'Runbook', 'IP asset', 'BAA'].map(withArticle)).toEqual([
      'an alert',
      'a runbook',
      'an IP asset',
      'a BAA',
    ]);
  });
});

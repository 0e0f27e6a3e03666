import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { describe, expect, test } from 'vitest';
import { fill } from '../../../src/domain/import/fields/fill.ts';
import { type Placed, settle } from '../../../src/domain/import/fields/relations.ts';
import { documentOf } from './markdown.ts';

const people = [{ slug: 'ann-lee', name: 'Ann Lee', handles: ['@annlee'] }];
const facts = { created: null, changed: null, owners: [] };

function filled(text: string, path = 'adr/0003-send-faxes.md') {
  const found = fill(documentOf(text, path), 'adr', facts, people);
  return {
    ...found,
    body: toMarkdown(found.tree, { bullet: '-', extensions: [gfmToMarkdown()] }).trim(),
  };
}

describe('status and day', () => {
  test('of Nygard become fields, whole', () => {
    const { data, body } = filled(
      '# 3. Send faxes\n\nDate: 2024-03-02\n\n## Status\n\nAccepted\n\n## Context\n\nFaxes wait.',
    );
    expect(data).toMatchObject({ title: 'Send faxes', date: '2024-03-02', status: 'accepted' });
    expect(body).toBe('## Context and problem\n\nFaxes wait.');
  });

  test('with other words stay in the body as well', () => {
    const { data, body } = filled(
      '# Send faxes\n\n## Status\n\nImplemented in May\n\n## Context\n\nText.',
    );
    expect(data['status']).toBe('accepted');
    expect(body).toContain('## Status\n\nImplemented in May');
  });

  test('of MADR 2 stand in a list; who decided is kept where somebody is unknown', () => {
    const { data, body } = filled(
      '# Send faxes\n\n* Status: accepted\n* Deciders: Ann Lee, somebody else\n* Date: 3rd March 2024\n\n## Decision Outcome\n\nText.',
    );
    expect(data).toMatchObject({
      status: 'accepted',
      date: '2024-03-03',
      decision_makers: ['ann-lee'],
    });
    expect(body).toBe('- Deciders: Ann Lee, somebody else\n\n## Decision outcome\n\nText.');
  });

  test('of MADR 4 stand in front matter', () => {
    const { data, rest } = filled(
      '---\nstatus: proposed\ndate: 2024-03-02\ndecision-makers: [Ann Lee, "@annlee"]\nconsulted: the night shift\n---\n# Send faxes\n\nText.',
    );
    expect(data).toMatchObject({
      status: 'proposed',
      date: '2024-03-02',
      decision_makers: ['ann-lee'],
    });
    expect(rest).toEqual({ consulted: 'the night shift' });
  });

  test('may be said by the folder', () => {
    expect(filled('# Send faxes\n\nText.', 'rfcs/rejected/0003-x.md').data['status']).toBe(
      'rejected',
    );
    expect(filled('# Send faxes\n\nText.', 'rfcs/0003-x.md').data['status']).toBeUndefined();
  });
});

describe('relations', () => {
  test.each([
    ['## Status\n\nSuperseded by [5. Use a queue](0005-use-a-queue.md)', '0005-use-a-queue.md'],
    ['## Status\n\nSuperceded by [5. Use a queue](0005-use-a-queue.md)', '0005-use-a-queue.md'],
    ['- Status: superseded by [ADR-0005](0005-use-a-queue.md)', '0005-use-a-queue.md'],
    ['- Status: superseded by ADR-5', 'ADR-0005'],
    ['- Status: superseded by 20240302-use-a-queue', '20240302-use-a-queue'],
    ['Superseded by: [5](../0005-use-a-queue.md#top)', '../0005-use-a-queue.md#top'],
  ])('%j: the other one supersedes it', (text, name) => {
    const { data, inverse } = filled(`# Send faxes\n\n${text}\n\n## Context\n\nText.`);
    expect(data['status']).toBe('superseded');
    expect(inverse).toEqual({ supersedes: [`lookup:${encodeURIComponent(name)}`] });
  });

  test('of front matter are read as well', () => {
    const { inverse } = filled(
      '---\nstatus: superseded by [ADR-0005](0005-a.md)\n---\n# Send\n\nText.',
    );
    expect(inverse).toEqual({ supersedes: ['lookup:0005-a.md'] });
  });

  test('that it has itself are fields, to be looked up', () => {
    const { data, body } = filled(
      '# Send faxes\n\n## Status\n\nAccepted\n\nSupersedes [1. Print](0001-print.md)\n\nAmends [2. Fax](0002-fax.md)\n\n## Context\n\nText.',
    );
    expect(data).toMatchObject({
      status: 'accepted',
      supersedes: ['lookup:0001-print.md'],
      amends: ['lookup:0002-fax.md'],
    });
    expect(body).toContain('Supersedes [1. Print](0001-print.md)');
  });
});

describe('settling', () => {
  const placed = (name: string, text: string): Placed => ({
    type: 'adr',
    address: `adrs/${name}.mdx`,
    filled: filled(text, `adr/${name}.md`),
  });
  const find = (name: string) =>
    /^\d{4}-/.test(name) ? `adrs/${name.replace('.md', '.mdx')}` : undefined;

  test('writes each relation once, in the document that supersedes', () => {
    const [old, young] = settle(
      [
        placed('0003-send', '# Send\n\n## Status\n\nSuperseded by [4](0004-queue.md)'),
        placed('0004-queue', '# Queue\n\n## Status\n\nAccepted\n\nSupersedes [3](0003-send.md)'),
      ],
      find,
    );
    expect(old?.filled.data['supersedes']).toBeUndefined();
    expect(young?.filled.data['supersedes']).toEqual(['0003-send']);
  });

  test('tells what is found nowhere, and invents nothing', () => {
    const [only] = settle([placed('0004-queue', '# Q\n\n## Status\n\nSupersedes ADR-99')], find);
    expect(only?.filled.data['supersedes']).toBeUndefined();
    expect(only?.filled.rest['supersedes']).toBe('ADR-0099');
  });
});

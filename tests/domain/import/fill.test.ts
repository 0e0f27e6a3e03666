import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { describe, expect, test } from 'vitest';
import { typeNamed } from '../../../src/domain/documents/registry.ts';
import { fill } from '../../../src/domain/import/fields/fill.ts';
import type { Person } from '../../../src/domain/import/fields/people.ts';
import type { FileFacts } from '../../../src/domain/import/model.ts';
import { documentOf } from './markdown.ts';

const people: Person[] = [
  { slug: 'ann-lee', name: 'Ann Lee', email: 'ann.lee@clinic.example', handles: ['@annlee'] },
  { slug: 'bo-diaz', name: 'Bo Díaz', email: 'bo@clinic.example' },
];
const nothing: FileFacts = { created: null, changed: null, owners: [] };

function filled(type: string, text: string, path = 'docs/fax.md', facts = nothing) {
  const found = fill(documentOf(text, path), type, facts, people);
  return {
    ...found,
    body: toMarkdown(found.tree, { bullet: '-', extensions: [gfmToMarkdown()] }).trim(),
  };
}

describe('the title', () => {
  test('is the heading, and leaves the body', () => {
    const { data, body } = filled('runbook', '# Faxes wait\n\n## Meaning\n\nFaxes are late.');
    expect(data['title']).toBe('Faxes wait');
    expect(body).toBe('## Meaning\n\nFaxes are late.');
  });

  test('is the heading also where the front matter has another, which is kept', () => {
    const { data, rest } = filled('runbook', '---\ntitle: Fax Queue\n---\n# FaxQueueFull\n\nText.');
    expect(data['title']).toBe('FaxQueueFull');
    expect(rest['title']).toBe('Fax Queue');
  });

  test('is the name of the file where nothing says it', () => {
    expect(filled('page', 'Text.', 'a/how-to-fax_01.md').data['title']).toBe('How to fax 01');
    expect(filled('page', 'Text.', 'a/fax/README.md').data['title']).toBe('Fax');
    expect(filled('adr', '# RFC Proposal\n\nText.', 'a/0007-fax-later.md').data['title']).toBe(
      'Fax later',
    );
  });

  test('is no heading of a list of headings, which stays in the body', () => {
    const text = '# Table of Contents\n\n- [Fax](#fax)\n\n# Fax\n\nText.';
    const { data, body } = filled('page', text, 'a/fax-queue/README.md');
    expect(data['title']).toBe('Fax queue');
    expect(body).toContain('# Table of Contents');
    expect(body).toContain('# Fax\n');
    expect(filled('page', '# Index\n\nText.', 'a/fax/index.md').data['title']).toBe('Fax');
  });

  test('that is too long stays whole in the body', () => {
    const long = `Faxes ${'that wait for a long time '.repeat(6)}end`;
    const { data, body } = filled('page', `# ${long}\n\nText.`);
    expect(String(data['title']).length).toBeLessThanOrEqual(120);
    expect(body).toBe(`${long}\n\nText.`);
  });

  test('with a link or picture keeps it in the body', () => {
    expect(filled('page', '# The [fax](a.md) gateway\n\nText.').body).toBe(
      'The [fax](a.md) gateway\n\nText.',
    );
  });

  test('leaves out what was struck out, which stays in the body', () => {
    const { data, body } = filled('page', '# ~~Fax~~ Mail gateway\n\nText.');
    expect(data['title']).toBe('Mail gateway');
    expect(body).toBe('~~Fax~~ Mail gateway\n\nText.');
  });

  test('is no section', () => {
    const { data, body } = filled(
      'adr',
      '# Context\n\nText.\n\n# Decision\n\nText.',
      'a/0007-fax.md',
    );
    expect(data['title']).toBe('Fax');
    expect(body).toContain('## Context and problem\n\nText.\n\n## Decision outcome');
  });
});

describe('the body', () => {
  test('begins at level 2, wherever it began', () => {
    const deep = filled('page', '# Fax\n\n### One\n\n#### Two\n\n> ##### Three');
    expect(deep.body).toBe('## One\n\n### Two\n\n> #### Three');
    expect(filled('page', '# Fax\n\n# One\n\n## Two').body).toBe('## One\n\n### Two');
  });

  test('gets the names of the sections, once, at level 2', () => {
    const { body, changed } = filled(
      'runbook',
      '# Fax\n\n## Troubleshooting\n\nA.\n\n## 2. Resolution\n\nB.\n\n## Fix\n\nC.\n\n### Overview\n\nD.',
    );
    expect(body.match(/^#.*$/gm)).toEqual([
      '## Diagnosis',
      '## Mitigation',
      '## Fix',
      '### Overview',
    ]);
    expect(changed.map(({ line, kind, text }) => [line, kind, text])).toEqual([
      [3, 'heading', 'Troubleshooting'],
      [7, 'heading', '2. Resolution'],
    ]);
  });

  test('keeps a heading whose own name is there already', () => {
    const { body } = filled('runbook', '# Fax\n\n## Resolution\n\nA.\n\n## Mitigation\n\nB.');
    expect(body.match(/^#.*$/gm)).toEqual(['## Resolution', '## Mitigation']);
  });

  test('does not change the tree it was given', () => {
    const document = documentOf('# Fax\n\nDate: 2024-03-02\n\n# Context\n\nText.', 'a/0001-fax.md');
    const before = JSON.stringify(document.tree);
    fill(document, 'adr', nothing, people);
    expect(JSON.stringify(document.tree)).toBe(before);
  });

  test('passes on the anchors of headings that left', () => {
    const document = documentOf('# Fax\n\nText.', 'a/fax.md');
    const [heading] = document.tree.children;
    Object.assign(heading ?? {}, { data: { ids: ['fax', 'top'] } });
    expect(fill(document, 'page', nothing, people).tree.data).toEqual({ ids: ['fax', 'top'] });
  });
});

describe('the summary', () => {
  test.each([
    ['---\ndescription: What the gateway does.\n---\n# Fax\n\nText.', 'What the gateway does.'],
    [
      '# Fax\n\nFaxes are sent at night. Some wait until morning.',
      'Faxes are sent at night. Some wait until morning.',
    ],
    [
      '# Fax\n\nStatus: accepted\n\n## Context\n\nFaxes are sent at night.',
      'Faxes are sent at night.',
    ],
    [
      '# Fax\n\nDo this, in this order:\n\n- one\n\nFaxes are sent at night.',
      'Faxes are sent at night.',
    ],
    [
      `# Fax\n\nFaxes are sent at night. ${'Then they wait, '.repeat(15)}`,
      'Faxes are sent at night.',
    ],
    [`# Fax\n\n${'Faxes wait and '.repeat(20)}end.`, undefined],
    ['# Fax\n\n```\nfax --all\n```', undefined],
    [
      '---\ntitle: The Fax Gateway\ndescription: the fax gateway\n---\n\nIt sends faxes at night.',
      'It sends faxes at night.',
    ],
    ["import Tabs from '@theme/Tabs';\n\nIt sends faxes at night.", 'It sends faxes at night.'],
    [
      '[Home](a.md) / [Fax line](b.md) / [Night](c.md)\n\nIt sends faxes at night.',
      'It sends faxes at night.',
    ],
    ['Home > Fax line > Night\n\nIt sends faxes at night.', 'It sends faxes at night.'],
    ['Last updated on the third of March.\n\nIt sends faxes at night.', 'It sends faxes at night.'],
    ['On this page you find it all\n\nIt sends faxes at night.', 'It sends faxes at night.'],
    ['It sends faxes at night. Some of them support\n\n- colour', 'It sends faxes at night.'],
    [
      'Some of the faxes support\n\n- colour\n\nIt sends faxes at night.',
      'It sends faxes at night.',
    ],
    ['It sends faxes at night. These are the lines:\n\n- one', 'It sends faxes at night.'],
    [
      '# Fax\n\n~~Always~~ Never restart the ~~old~~ gateway by day.',
      'Never restart the gateway by day.',
    ],
    ['# Fax\n\n~~Restart the gateway at any time.~~', undefined],
    ['# Fax\n\nCall the ward first.\\\nThen restart it.', 'Call the ward first. Then restart it.'],
    [
      '# Fax\n\n![The queue](../img/the queue.png) is shown above.\n\nFaxes are sent at night.',
      'Faxes are sent at night.',
    ],
    [
      '# Fax\n\n[![built](b.svg)](b) The gateway is built.\n\nFaxes are sent at night.',
      'Faxes are sent at night.',
    ],
    [
      '# Fax\n\nSee [Installation](a.md), [Operation](b.md) and [prereqs](c.md).\n\nFaxes are sent at night.',
      'Faxes are sent at night.',
    ],
    [
      '# Fax\n\nThe admin password: Zk7fq2Lm9x is on a note.\n\nFaxes are sent at night.',
      'Faxes are sent at night.',
    ],
    [
      '---\ndescription: Use AKIAQ7RT4WUP2ZKM9XVB to sign in.\n---\n# Fax\n\nFaxes are sent at night.',
      'Faxes are sent at night.',
    ],
    [
      '# Fax\n\nThe first fax was of the patient with MRN 00417345.\n\nFaxes are sent at night.',
      'Faxes are sent at night.',
    ],
  ])('of %j', (text, summary) => {
    expect(filled('page', text).data['summary']).toBe(summary);
  });
});

describe('owner and days', () => {
  test('tell a day that was written otherwise', () => {
    for (const [written, told] of [
      ['25-11-2025', ['25-11-2025']],
      ['2025-11-25', []],
    ] as const) {
      const { data, changed } = filled('page', `---\ndate: "${written}"\n---\n# Fax\n\nText.`);
      expect(data['created']).toBe('2025-11-25');
      expect(changed.map(({ text }) => text)).toEqual(told);
    }
  });

  test('are those that somebody known has', () => {
    expect(filled('page', '---\nowner: ann.lee@clinic.example\n---\nText.').data['owner']).toBe(
      'ann-lee',
    );
    expect(filled('page', 'Owner: Bo Diaz').data['owner']).toBe('bo-diaz');
    const facts = { created: '2023-01-02', changed: null, owners: ['@org/team', '@annlee'] };
    expect(filled('page', 'Text.', 'a.md', facts).data).toMatchObject({
      owner: 'ann-lee',
      created: '2023-01-02',
    });
  });

  test('are kept as words where nobody knows them', () => {
    const { data, rest } = filled('page', '---\nowner: Team Fax\ntags: [a, b]\n---\nText.');
    expect(data['owner']).toBeUndefined();
    expect(rest).toEqual({ owner: 'Team Fax', tags: 'a, b' });
  });
});

describe('a runbook', () => {
  test('names alerts to be looked up, and symptoms', () => {
    const { data, inverse } = filled(
      'runbook',
      '---\nalerts: [FaxQueueFull, FaxLate]\n---\n# Faxes wait\n\nSeverity: SEV-2\n\n## Symptoms\n\n- No fax arrives.\n- The queue grows.',
    );
    expect(data).toMatchObject({
      alerts: ['lookup:FaxQueueFull', 'lookup:FaxLate'],
      symptoms: ['No fax arrives.', 'The queue grows.'],
      severity: 2,
    });
    expect(inverse).toEqual({});
  });

  test('is not given the severity of an alert', () => {
    const { data, body } = filled('runbook', '# Faxes wait\n\nSeverity: critical\n\nText is here.');
    expect(data['severity']).toBeUndefined();
    expect(body).toContain('Severity: critical');
  });
});

describe('a postmortem', () => {
  test('has moments only where the zone is said', () => {
    const { data, body } = filled(
      'postmortem',
      '# Faxes were late\n\n- Severity: S2\n- Started: 2024-03-02 09:15 UTC\n- Detected: March 2, 2024 10:15 +01:00\n- Resolved: 2024-03-02 12:00\n',
    );
    expect(data).toMatchObject({
      severity: 2,
      started_at: '2024-03-02T09:15:00Z',
      detected_at: '2024-03-02T09:15:00Z',
    });
    expect(data['resolved_at']).toBeUndefined();
    expect(body).toContain('Resolved: 2024-03-02 12:00');
  });

  test('has the actions of lists and tables', () => {
    const list = filled(
      'postmortem',
      '# Fax\n\n## Action items\n\n- [x] Turn it off\n- [ ] Watch the queue\n',
    );
    expect(list.data['actions']).toEqual([
      { id: 'A1', title: 'Turn it off', state: 'done' },
      { id: 'A2', title: 'Watch the queue', state: 'open' },
    ]);
    expect(list.body).toContain('## Actions\n\n- [x] Turn it off');
    const table = filled(
      'postmortem',
      '# Fax\n\n## Action Items\n\n| Action | Type | Owner | Due | Bug |\n| - | - | - | - | - |\n| Watch it | detect | @annlee | 2 April 2024 | FAX-12 |\n| Explain it | other | Team | soon | |',
    );
    expect(table.data['actions']).toEqual([
      {
        id: 'A1',
        title: 'Watch it',
        kind: 'detect',
        owner: 'ann-lee',
        due: '2024-04-02',
        tracker: 'FAX-12',
      },
      { id: 'A2', title: 'Explain it' },
    ]);
  });
});

describe('other types', () => {
  test('an evaluation has a model only where its id is pinned', () => {
    const text = (model: string) => `# Sorting\n\n- Model: ${model}\n- Run date: 3 May 2024\n`;
    expect(filled('eval-report', text('sorter-2024-05-01')).data).toMatchObject({
      model: { id_pinned: 'sorter-2024-05-01' },
      run_on: '2024-05-03',
    });
    expect(filled('eval-report', text('sorter')).data['model']).toBeUndefined();
  });

  test('a memo has addressees, a day and options', () => {
    const { data } = filled(
      'founder-memo',
      '# Which one?\n\nTo: Ann Lee, Bo Díaz\\\nDecision needed by: 1 June 2024\n\n## Options\n\n### Buy it\n\n### Build it\n',
    );
    expect(data).toMatchObject({
      to: ['ann-lee', 'bo-diaz'],
      decision_needed_by: '2024-06-01',
      options: [{ name: 'Buy it' }, { name: 'Build it' }],
    });
  });

  test('a system has its recovery times, an interface its kind', () => {
    expect(
      filled(
        'system',
        '# Fax\n\n| Tier | RTO | Repository |\n| - | - | - |\n| 2 | 4 hours | clinic/fax |',
      ).data,
    ).toMatchObject({ tier: 2, rto_minutes: 240, repos: ['clinic/fax'] });
    expect(
      filled('integration', '# HL7 v2 results feed\n\nDirection: Inbound\n\nVendor: Lab One').data,
    ).toMatchObject({ kind: 'hl7v2', direction: 'inbound', counterparty: 'lookup:Lab%20One' });
  });

  test('no value is written that the schema refuses', () => {
    const head = 'title: 7\nstatus: on hold\ntier: gold\nsystems: none\nsummary: ""\ndate: someday';
    for (const type of ['adr', 'runbook', 'postmortem', 'system', 'integration', 'eval-report']) {
      const { data, rest } = filled(type, `---\n${head}\n---\nText.`);
      for (const [field, value] of Object.entries(data))
        expect(typeNamed(type)?.schema.shape[field]?.safeParse(value).success, field).toBe(true);
      expect(rest).toMatchObject({ status: 'on hold', tier: 'gold', date: 'someday' });
    }
  });
});

import { describe, expect, test } from 'vitest';
import { detect } from '../../../src/domain/import/detect/detect.ts';
import { neighbours } from '../../../src/domain/import/detect/neighbours.ts';
import { documentOf } from './markdown.ts';

const typeOf = (path: string, text = 'Some words on the fax gateway.', source = '') =>
  detect(documentOf(text, path), [], source).type;

const sections = (...headings: string[]) =>
  ['# Fax gateway', ...headings.map((heading) => `## ${heading}\n\nSome words.`)].join('\n\n');

describe('a folder', () => {
  test.each([
    ['docs/adr/0003-send-faxes-from-a-queue.md', 'adr'],
    ['docs/architecture/decisions/0003-send-faxes-from-a-queue.md', 'adr'],
    ['rfcs/approved/0003-send-faxes-from-a-queue.md', 'adr'],
    ['ops/runbooks/restart-the-gateway.md', 'runbook'],
    ['AWS Playbooks/02-Database/restart-the-gateway.md', 'runbook'],
    ['docs/standard-operating-procedures/update-the-table.md', 'runbook'],
    ['incidents/2024-03-02-fax-queue.md', 'postmortem'],
    ['post-mortems/fax-queue.md', 'postmortem'],
    ['evals/reminder-sorting.md', 'eval-report'],
    ['model-cards/reminder-sorting.md', 'eval-report'],
    ['memos/hire-an-engineer.md', 'founder-memo'],
    ['systems/fax-gateway.md', 'system'],
    ['integrations/lab-results.md', 'integration'],
    ['guides/fax-gateway.md', 'page'],
    ['decision-support/rules.md', 'page'],
    ['services/fax-gateway.md', 'page'],
  ])('says what %s is: %s', (path, type) => {
    expect(typeOf(path)).toBe(type);
  });

  test('may be the source itself', () => {
    expect(typeOf('0003-send-faxes-from-a-queue.md', undefined, 'adr')).toBe('adr');
    expect(typeOf('0003-send-faxes-from-a-queue.md')).toBe('page');
  });

  test.each([
    'adr/README.md',
    'adr/index.md',
    'runbooks/fax/_index.md',
    'adr/template.md',
    'adr/0000-template.md',
    'adr/adr-template.md',
    'adr/templates/0001-short.md',
    'incidents/PMyyyy-nnn - Postmortem template.md',
    'adr/adr-guidelines.md',
    'runbooks/how-to-write-a-runbook.md',
    '.github/ISSUE_TEMPLATE/incident.md',
    'runbooks/CONTRIBUTING.md',
  ])('has pages that are none of its documents: %s', (path) => {
    expect(typeOf(path)).toBe('page');
  });

  test('may be one document with its pictures', () => {
    expect(typeOf('adr/0003-send-faxes/README.md')).toBe('adr');
    expect(typeOf('incidents/2024-03-02-fax-queue/index.md')).toBe('postmortem');
  });

  test('with documents below has an index in its README', () => {
    const documents = ['a/runbooks/fax/README.md', 'a/runbooks/fax/queue/full.md'].map((path) =>
      documentOf('Some words.', path),
    );
    const beside = neighbours(documents);
    expect(documents.map((one) => detect(one, beside(one)).type)).toEqual(['page', 'runbook']);
    expect(detect(documentOf('Some words.', 'a/runbooks/fax/README.md'), []).type).toBe('runbook');
  });
});

describe('headings', () => {
  test.each([
    [['Status', 'Context', 'Decision', 'Consequences'], 'adr'],
    [['Context and Problem Statement', 'Considered Options', 'Decision Outcome'], 'adr'],
    [['1. Kontext', '2. Entscheidung', '3. Konsequenzen'], 'adr'],
    [['Meaning', 'Impact', 'Diagnosis', 'Mitigation'], 'runbook'],
    [['Symptoms', 'Diagnosis', 'Resolution', 'Escalation'], 'runbook'],
    [['Summary', 'Timeline', 'Root cause', 'Action items'], 'postmortem'],
    [['What went well', "What didn't go well", 'Where we got lucky'], 'postmortem'],
    [['Model details', 'Intended use', 'Evaluation data', 'Limitations'], 'eval-report'],
    [['The ask', 'Options', 'Recommendation', 'Risks'], 'founder-memo'],
    [['Context and scope', 'Building block view', 'Runtime view', 'Deployment view'], 'system'],
    [['Transport', 'Message types', 'Field mapping', 'Error handling'], 'page'],
    [['Overview', 'Installation', 'Usage', 'License'], 'page'],
    [['Getting started', 'Troubleshooting', 'Contributing'], 'page'],
  ])('%s: %s', (headings, type) => {
    expect(typeOf('fax-gateway.md', sections(...(headings as string[])))).toBe(type);
  });

  test('of an interface say it together with the title', () => {
    const text = sections('Transport', 'Message types', 'Field mapping', 'Error handling');
    const named = text.replace('# Fax gateway', '# ADT interface of the laboratory');
    expect(typeOf('laboratory.md', named)).toBe('integration');
  });
});

describe('other signs', () => {
  test.each([
    ['type: runbook', 'runbook'],
    ['layout: adr', 'adr'],
    ['kind: Post-Mortem', 'postmortem'],
    ['tags: [fax, runbook]\nalertname: FaxQueueFull', 'runbook'],
    ['deciders: Ann Lee\nstatus: accepted\ntags: [adr]', 'adr'],
    ['tags: [fax, runbook]', 'page'],
  ])('front matter %s: %s', (head, type) => {
    expect(typeOf('fax.md', `---\n${head}\n---\n# Fax\n\nSome words.`)).toBe(type);
  });

  test('the lines of a memo say what it is', () => {
    const head = ['To: the board', 'From: Ann Lee', 'Subject: A second engineer'].join('  \n');
    expect(typeOf('second-engineer.md', `# A second engineer\n\n${head}`)).toBe('founder-memo');
  });

  test('a file called as an alert is one of them among others', () => {
    const documents = [
      'FaxQueueFull',
      'FaxGatewayDown',
      'FaxErrorsHigh',
      'FaxQueueSlow',
      'FaxLate',
    ];
    const all = documents.map((name) => documentOf('This alert fires late.', `fax/${name}.md`));
    expect(all.map((one) => detect(one, all).type)).toContain('runbook');
    expect(typeOf('fax/FaxGateway.md')).toBe('page');
  });
});

describe('what is told', () => {
  test('reasons stand in words, the strongest first', () => {
    const found = detect(
      documentOf(sections('Context', 'Decision', 'Consequences'), 'adr/0003-send-faxes.md'),
      [],
    );
    expect(found.confidence).toBeGreaterThan(0.95);
    expect(found.reasons).toEqual([
      'the folder is called adr',
      'it has the headings Context, Decision and Consequences',
      'the file name 0003-send-faxes begins with a number',
    ]);
  });

  test('a page tells what else it might be', () => {
    const found = detect(documentOf(sections('Timeline'), 'fax.md'), []);
    expect(found.type).toBe('page');
    expect(found.confidence).toBeLessThan(0.9);
    expect(found.reasons).toEqual([
      'too little speaks for postmortem: it has the heading Timeline',
    ]);
  });

  test('an empty document is a page', () => {
    expect(detect(documentOf('', 'adr/0004-x.md'), [])).toMatchObject({ type: 'page' });
  });
});

import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/domain/graph/graph.ts';
import type { StandardContext } from '../../src/domain/standard/rule.ts';
import { issueAt, issuesAt, mailTo, type Reported } from '../../src/site/report/links.ts';
import { nearestTo } from '../../src/site/scripts/nearest.ts';
import { settingsOf } from '../../src/site/settings.ts';
import { nearbyOf } from '../../src/site/views/nearby.ts';
import { documentReport, pageReport } from '../../src/site/views/report.ts';
import { corpusOf, entryOf } from '../domain/values.ts';

const page: Reported = {
  ...{ title: 'Late faxes', address: '/runbooks/late/', section: 'Verify' },
  ...{ source: 'runbooks/late.mdx', commit: 'abc', hash: 'def' },
};
const PATTERN = 'https://forge.example/new?t={title}&b={body}';

/** The fields of a mail address as a mail program reads them. */
function read(href: string) {
  const [to = '', query = ''] = href.replace(/^mailto:/, '').split('?');
  const fields = query.split('&').map((part) => part.split('=').map(decodeURIComponent));
  return {
    to: decodeURIComponent(to),
    names: fields.map(([name]) => name),
    fields: Object.fromEntries(fields),
  };
}

describe('a report of a page', () => {
  it('is a mail that says which text was read, with lines to write into', () => {
    const { to, names, fields } = read(mailTo('handbook@stay.example', page));
    expect([to, names]).toEqual(['handbook@stay.example', ['subject', 'body']]);
    expect(fields['subject']).toBe('This page is wrong: Late faxes');
    expect(fields['body']).toMatch(/^What is wrong:\r\n\r\n\r\n/);
    for (const line of [
      'Page: Late faxes',
      'Section: Verify',
      'Source: runbooks/late.mdx',
      'Commit: abc',
      'Content: def',
    ])
      expect(fields['body'].split('\r\n')).toContain(line);
  });

  it('takes no field, line or receiver from a title, an address or a receiver', () => {
    const evil = '?cc=evil@x.example&bcc=x#\r\nBcc: evil\u0000{body}{title}\ud800%0A';
    const mail = read(
      mailTo(`a@stay.example${evil}`, { ...page, title: evil, section: evil, source: evil }),
    );
    expect(mail.names).toEqual(['subject', 'body']);
    expect(mail.to.startsWith('a@stay.example?cc=')).toBe(true);
    expect(mail.fields['subject']).not.toMatch(/[\r\n]/);
    expect(mail.fields['body']).not.toMatch(/^Bcc:/m);
    const url = new URL(issueAt(PATTERN, { ...page, title: evil }));
    expect([[...url.searchParams.keys()], url.hash]).toEqual([['t', 'b'], '']);
  });

  it('is never longer than mail programs take, in any writing, and keeps what tells the text', () => {
    for (const letter of ['a', '&', 'ü', '漢', '😀']) {
      const long = letter.repeat(3000);
      const told = { ...page, title: long, section: long, address: long };
      const mail = mailTo('handbook@stay.example', told);
      expect(mail.length).toBeLessThanOrEqual(1900);
      expect(read(mail).fields['body']).toContain('Content: def');
      expect(issueAt(PATTERN, told).length).toBeLessThanOrEqual(1900);
    }
  });

  it('knows the new issues of forges, and no others', () => {
    expect(issuesAt('https://github.com/a/b.git')).toBe(
      'https://github.com/a/b/issues/new?title={title}&body={body}',
    );
    expect(issuesAt('https://gitlab.clinic.example/a/b/')).toBe(
      'https://gitlab.clinic.example/a/b/-/issues/new?issue[title]={title}&issue[description]={body}',
    );
    expect(issuesAt('https://gitlab.clinic.example:8443/a/b.git/')).toContain(
      'https://gitlab.clinic.example:8443/a/b/-/issues/new?',
    );
    expect(issuesAt('https://github.com/a/b//')).toContain('https://github.com/a/b/issues/new?');
    expect(issuesAt('https://codeberg.org/a/b')).toContain('/issues/new?title=');
    for (const other of [
      'https://git.clinic.example/a',
      'http://github.com/a',
      'https://notgithub.example/a',
      '',
    ])
      expect(issuesAt(other)).toBe(null);
  });

  it('goes where the engagement says, and else names who owns the page', () => {
    const settings = (data: object) =>
      settingsOf({ corpus: corpusOf(entryOf('engagement', 'engagement', { ...data })) });
    const written = settings({ report_to: 'a@stay.example', repository: { issues_url: PATTERN } });
    expect(pageReport('Map', '/map/', written)).toMatchObject({
      mail: { to: 'a@stay.example' },
      issue: { pattern: PATTERN },
    });
    const late = entryOf('runbook', 'late', { title: 'Late', owner: 'ann' });
    const corpus = corpusOf(late, entryOf('person', 'ann', { name: 'Ann' }));
    const history = {
      changes: new Map([['runbooks/late.mdx', { commit: '1'.repeat(40), on: '', author: '' }]]),
      newest: null,
      commits: [],
    };
    const standard = { hashOf: () => '2'.repeat(64) } as unknown as StandardContext;
    const report = documentReport(
      late,
      { history, standard, graph: buildGraph(corpus) },
      settings({}),
    );
    expect(report).toMatchObject({
      ...{ mail: null, issue: null, owner: { name: 'Ann', href: '/people/ann/' } },
      page: { commit: '1'.repeat(12), hash: '2'.repeat(12), source: 'runbooks/late.mdx' },
    });
  });
});

it('a close document says in words what it shares', () => {
  const system = (slug: string) => entryOf('system', slug, { title: slug.toUpperCase() });
  const runbook = (slug: string) =>
    entryOf('runbook', slug, { title: slug, systems: ['a', 'b', 'c'] });
  const here = runbook('here');
  const graph = buildGraph(corpusOf(here, runbook('kin'), system('a'), system('b'), system('c')));
  expect(nearbyOf(here, { graph })[0]?.why).toBe('Both with the system A, the system B and 1 more');
});

describe('a fragment that no heading has', () => {
  const places = [
    'how-to-verify-the-queue',
    'undo',
    'prüfen-der-warteschlange',
    '確認-する',
    'rollback',
  ].map((slug) => ({ slug, text: slug }));
  const near = (fragment: string) => nearestTo(fragment, places).map(({ slug }) => slug);

  it('leads to the headings most like it by their words, in any writing', () => {
    expect(near('verify-the-queue')).toEqual(['how-to-verify-the-queue']);
    expect(near('Prüfung-der-Warteschlange')).toEqual(['prüfen-der-warteschlange']);
    expect(near('確認')).toEqual(['確認-する']);
  });

  it('leads nowhere where nothing is alike, and takes any text', () => {
    for (const text of ['escalation', '', '----', '<script>', 'x'.repeat(10_000)])
      expect(near(text)).toEqual([]);
  });
});

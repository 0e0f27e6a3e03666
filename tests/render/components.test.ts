import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../src/domain/body/outline.ts';
import { components } from '../../src/domain/components/catalogue.ts';
import { datetimeOf } from '../../src/domain/components/timeline.ts';
import { codeHtml } from '../../src/site/render/code.ts';
import { renderers } from '../../src/site/render/components/registry.ts';
import { parseMdx } from '../../src/workspace/mdx.ts';
import { check, term } from '../rules/folder.ts';
import { html } from './body.ts';

describe.each(components.map((one) => [one.name, one] as const))('%s', (name, component) => {
  it('has a renderer, words for the guide, and an example', () => {
    expect(Object.keys(renderers)).toContain(name);
    for (const words of [component.description, component.whenToUse, component.whenNot])
      expect(words).toMatch(/^[A-Z].*\.$/);
    for (const { description } of component.attributes) expect(description).toMatch(/^[A-Z].*\.$/);
    const parent = components.find((one) => one.name === component.within);
    expect((parent ?? component).example).toContain(`<${name}`);
  });

  it('shows every attribute in an example without a problem', () => {
    const example = components.find((one) => one.name === component.within)?.example;
    const source = example ?? component.example;
    const { tree } = parseMdx(source, 'a.mdx');
    const used = (tree ? outlineOf(tree).elements : []).filter((one) => one.name === name);
    const names = new Set(used.flatMap(({ attributes }) => attributes.map((one) => one.name)));
    expect([...names].sort()).toEqual(component.attributes.map((one) => one.name).sort());
    expect(check({ 'glossary/mrn.mdx': term(source) })).toEqual([]);
  });
});

it('every renderer is of a component', () => {
  expect(Object.keys(renderers).sort()).toEqual(components.map(({ name }) => name).sort());
});

it('examples on one page have ids of their own, and no style or script', async () => {
  const pages = await Promise.all(
    components.map(({ name, example }) => html(example + example, name.toLowerCase())),
  );
  const all = pages.join('');
  const ids = [...all.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThan(4);
  expect(new Set(ids).size).toBe(ids.length);
  expect(all).not.toMatch(/style=|<style|<script|@import|https?:|var\(--| on[a-z]+=/);
});

it('a command names the place above and the good answer below', async () => {
  const page = await html(
    '<Command on="`a`" as="b" expect="c `d`">\n\n```sh title="e"\nls\n```\n\n</Command>\n',
  );
  expect(page).toContain(
    '<figcaption>Run on <code>a</code> as b<span class="command-title">e</span></figcaption>',
  );
  expect(page).toContain('<strong>Expect</strong> <span>c <code>d</code></span>');
});

it('a command outside of a text looks the same', async () => {
  const command = { on: '`a`', as: 'b', expect: 'c `d`' };
  const page = await codeHtml({ text: 'ls', language: 'sh', where: 'e', command });
  const body = await html(
    '<Command on="`a`" as="b" expect="c `d`">\n\n```sh title="e"\nls\n```\n\n</Command>\n',
  );
  expect(body.trim()).toBe(page);
});

it('code in an attribute keeps its spaces', async () => {
  const page = await html('<Branch when="You see `a   b` and `c`">\n\nd\n\n</Branch>\n');
  expect(page).toContain('You see <code class="spaced">a   b</code> and <code>c</code>');
});

it('a timeline marks real times as times', async () => {
  const page = await html(
    '<Timeline>\n\n- **9:05** a\n- 3 June 2026, 07:30 — b [c](https://a.example/)\n- **Later** d\n\n  e\n\n</Timeline>\n',
  );
  expect(page).toContain('<time datetime="09:05">9:05</time>');
  expect(page).toContain('<time datetime="2026-06-03T07:30">3 June 2026, 07:30</time>');
  expect(page).toContain('<strong>Later</strong>');
  expect(page).toMatch(/b <a href="https:\/\/a\.example\/"/);
  expect(page).toContain('<p>e</p>');
});

it.each([
  ['11:04', '11:04'],
  ['7:30', '07:30'],
  ['23:59:01', '23:59:01'],
  ['2026-06-03', '2026-06-03'],
  ['2026-06-03 7:30', '2026-06-03T07:30'],
  ['3 June 2026', '2026-06-03'],
  ['17 Jun 2026 11:04', '2026-06-17T11:04'],
  ['24:00', null],
  ['Monday', null],
  ['3 Junk 2026', null],
  ['11:04 UTC', null],
  ['x'.repeat(10_000), null],
])('the time %s', (words, datetime) => expect(datetimeOf(words)).toBe(datetime));

it('a file tree tells folders, names and comments', async () => {
  const page = await html(
    '<FileTree>\n\n- etc/ settings\n  - `a b.conf` with *care*\n- [log](https://a.example/)\n\n</FileTree>\n',
  );
  expect(page).toContain(
    '<li class="folder"><span class="name">etc/</span> <span class="comment">settings</span>',
  );
  expect(page).toContain('<span class="name"><code>a b.conf</code></span>');
  expect(page).toContain('<em>care</em></span>');
  expect(page).toMatch(/<span class="name"><a href="https:\/\/a\.example\/"[^>]*>log<\/a><\/span>/);
});

it('without a script tabs are labelled sections in their order', async () => {
  const page = await html(
    '<Tabs>\n\n<Tab label="A">\n\none\n\n</Tab>\n\n<Tab label="B">\n\ntwo\n\n</Tab>\n\n</Tabs>\n',
  );
  expect(page.replaceAll(/<[^>]*>|\s/g, ' ').match(/\S+/g)).toEqual(['A', 'one', 'B', 'two']);
  expect(page).not.toContain('hidden');
});

it('keeps a telephone number in one line', async () => {
  expect(await html('Call 555-0133, not before 2026-11-20.')).toContain(
    'Call <span class="tel">555-0133</span>, not before 2026-11-20.',
  );
});

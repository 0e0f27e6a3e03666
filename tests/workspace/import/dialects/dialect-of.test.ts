import { describe, expect, it } from 'vitest';
import { dialectOf, dialectsOf } from '../../../../src/workspace/import/dialects/dialect-of.ts';

describe('dialectOf', () => {
  it.each([
    [['mkdocs.yml', 'docs/a.md'], 'mkdocs'],
    [['site/docusaurus.config.ts', 'site/docs/a.md'], 'docusaurus'],
    [['astro.config.mjs'], 'starlight'],
    [['_config.yml'], 'jekyll'],
    [['hugo.toml'], 'hugo'],
    [['config.toml', 'content/a.md'], 'hugo'],
    [['config.toml', 'a.md'], 'markdown'],
    [['.obsidian/app.json', 'a.md'], 'obsidian'],
    [['docs/.log4brains.yml'], 'log4brains'],
    [['content/_index.md'], 'hugo'],
    [['a.md'], 'markdown'],
  ] as const)('tells %j as %s', (paths, dialect) => {
    expect(dialectOf({ paths })).toBe(dialect);
  });

  it('tells each file by the nearest folder', () => {
    const of = dialectsOf({
      paths: ['mkdocs.yml', 'docs/adr/.adr-dir', 'docs/adr/0001.md', 'docs/a.md'],
    });
    expect([of('docs/adr/0001.md'), of('docs/a.md')]).toEqual(['adr-tools', 'mkdocs']);
  });

  it.each([
    [[['mkdocs.yml', 'README.md']], 'mkdocs'],
    [[['README.md'], ['docusaurus.config.js', 'docs/.']], 'docusaurus'],
    [[[], [], ['.obsidian/.']], 'obsidian'],
    [[['config.toml', 'content/.']], 'hugo'],
    [[['config.toml']], 'markdown'],
    [[['config/.', 'config/_default/hugo.yaml']], 'hugo'],
  ])('tells by what stands above the source: %j', (above, dialect) => {
    expect(dialectsOf({ paths: ['a.md'], above })('a.md')).toBe(dialect);
    expect(dialectsOf({ paths: ['a.md', '_config.yml'], above })('a.md')).toBe('jekyll');
  });

  it('knows a wiki of GitHub by its side bar', () => {
    expect(dialectOf({ paths: ['Home.md', '_Sidebar.md'], texts: ['[[a|b]] ![[c]]'] })).toBe(
      'github',
    );
  });

  it('tells by the texts, not by examples in code', () => {
    expect(dialectOf({ paths: [], texts: ['{{< note >}}'] })).toBe('hugo');
    expect(dialectOf({ paths: [], texts: ['```\n{{< note >}}\n```'] })).toBe('markdown');
  });
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compressSite } from '../../src/site/policy/compress.ts';
import { policyIn } from '../../src/site/policy/content-policy.ts';
import { foreignInStyle } from '../../src/site/policy/foreign-urls.ts';
import { hashSource, pageFacts } from '../../src/site/policy/page-facts.ts';
import { sealSite } from '../../src/site/policy/seal.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handbook-seal-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const html = (head: string, body = ''): string =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

const write = (name: string, text: string): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

describe('the policy of a site', () => {
  it('names the inline texts of all pages by their hashes, in every page', () => {
    write('index.html', html('<script>let a = 1;</script>'));
    write('a/index.html', html('<style>p { margin: 0 }</style>', '<p style="color: red">A</p>'));
    expect(sealSite(folder)).toMatchObject({
      policy: expect.stringContaining("default-src 'none'"),
    });
    const policy = policyIn(read('index.html'));
    expect(policy).toBe(policyIn(read('a/index.html')));
    for (const text of ['let a = 1;', 'p { margin: 0 }', 'color: red'])
      expect(policy).toContain(hashSource(text));
    expect(policy).not.toContain('unsafe-inline');
  });

  it('is written once, however often, and a new one takes its place', () => {
    write('index.html', html('<script>let a = 1;</script>'));
    sealSite(folder);
    const once = read('index.html');
    sealSite(folder);
    expect(read('index.html')).toBe(once);
    write('other.html', html('<script>let b = 2;</script>'));
    sealSite(folder);
    expect(read('index.html').match(/Content-Security-Policy/g)).toHaveLength(1);
    expect(policyIn(read('index.html'))).toContain(hashSource('let b = 2;'));
  });

  it('takes what is remembered of a page only for the same bytes', () => {
    write('index.html', html('<script>let a = 1;</script>'));
    const first = sealSite(folder);
    if ('faults' in first) throw new Error();
    write('index.html', html('<script>let a = 2;</script>'));
    sealSite(folder, first.memory);
    expect(policyIn(read('index.html'))).toContain(hashSource('let a = 2;'));
  });

  it('writes nothing where a page breaks it, and names page and thing', () => {
    write('index.html', html(''));
    write('runbooks/a/index.html', html('', '<button onclick="go()">Go</button>'));
    const before = read('index.html');
    expect(sealSite(folder)).toEqual({
      faults: [
        expect.stringMatching(
          /^runbooks\/a\/index\.html holds the inline event handler onclick on <button>/,
        ),
      ],
    });
    expect(read('index.html')).toBe(before);
  });

  it('reads stylesheets and drawings too', () => {
    write('a.css', '@import "https://fonts.example/a.css";');
    write('files/a.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    expect(sealSite(folder)).toEqual({
      faults: [
        expect.stringMatching(/^a\.css holds the address "https:\/\/fonts\.example\/a\.css"/),
        expect.stringMatching(/^files\/a\.svg holds a script/),
      ],
    });
  });

  it('refuses to grow by a hash for each page', () => {
    for (let page = 0; page < 60; page++)
      write(`${page}.html`, html(`<script>let page = ${page};</script>`));
    expect(sealSite(folder)).toEqual({
      faults: [expect.stringMatching(/^The pages hold 60 different inline scripts/)],
    });
  });

  it('asks for a page to begin with its character set', () => {
    write('index.html', '<!DOCTYPE html><html><head><title>A</title></head></html>');
    expect(sealSite(folder)).toMatchObject({
      faults: [expect.stringMatching(/^index\.html does not begin/)],
    });
  });
});

describe('a page', () => {
  it.each([
    ['<img src="//cdn.example/a.png">', '<img src>'],
    ['<img srcset="/a.png 1x, https://cdn.example/b.png 2x">', '<img srcset>'],
    ['<link rel="stylesheet" href="https://cdn.example/a.css">', '<link href>'],
    ['<link rel="preload" as="font" href="https://cdn.example/a.woff2">', '<link href>'],
    ['<link rel="canonical prefetch" href="https://cdn.example/">', '<link href>'],
    ['<p style="background: url(https://cdn.example/a.png)">', 'the style of <p>'],
    ['<style>@font-face { src: u\\72l("https://cdn.example/a") }</style>', 'a style'],
    ['<template><img src="https://cdn.example/a.png"></template>', '<img src>'],
    ['<svg><image xlink:href="https://cdn.example/a.png" /></svg>', '<image href>'],
    ['<svg><use href="https://cdn.example/a.svg#b" /></svg>', '<use href>'],
    ['<meta http-equiv="refresh" content="0; url=https://else.example/">', 'a redirect'],
    ['<form action="https://else.example/"></form>', '<form action>'],
    ['<a href="/" ping="https://else.example/">A</a>', '<a ping>'],
    ['<video poster="https://cdn.example/a.png"></video>', '<video poster>'],
    ['<script src="https://cdn.example/a.js"></script>', '<script src>'],
    ['<img src="h\tttps://cdn.example/a.png">', '<img src>'],
  ])('%s loads from elsewhere', (body, where) => {
    expect(pageFacts(html('', body)).faults.join('\n')).toContain(`of another host in ${where}`);
  });

  it.each([
    ['<a href="java\nscript:alert(1)">A</a>', 'the link'],
    ['<a href="data:text/html,x">A</a>', 'the link'],
    ['<iframe src="/a/"></iframe>', '<iframe>'],
    ['<object data="/a.pdf"></object>', '<object>'],
    ['<base href="/a/">', '<base>'],
    ['<svg onload="go()"></svg>', 'onload on <svg>'],
    ['<script src="/files/a.txt"></script>', 'not one that the build made'],
    ['<main><p><script>go()</script></p></main>', 'an inline script between the words'],
  ])('%s is refused', (body, what) => {
    expect(pageFacts(html('', body)).faults.join('\n')).toContain(what);
  });

  it.each([
    '<a href="https://else.example/">A link that somebody follows</a>',
    '<link rel="canonical" href="https://handbook.example/a/">',
    '<img src="data:image/png;base64,AAAA">',
    '<img src="/a.png" srcset="/a.png 1x, /b.png 2x">',
    '<script type="module" src="/_astro/a.B1-x_9.js"></script>',
    '<script type="application/ld+json">{}</script>',
    '<style>a { background: url(/a.png), url("data:image/svg+xml,%3Csvg") }</style>',
    '<meta http-equiv="refresh" content="0; url=/a/">',
  ])('%s is allowed', (body) => {
    expect(pageFacts(html('', body)).faults).toEqual([]);
    expect(pageFacts(html('', body)).scripts).toEqual([]);
  });

  it('is read as a browser reads it: the hash is of what would run', () => {
    const tricky = '<script>\r\nlet a = "<!-- \\u003c/script>";</script >';
    expect(pageFacts(html(tricky)).scripts).toEqual([
      hashSource('\nlet a = "<!-- \\u003c/script>";'),
    ]);
  });
});

it('finds every way in which a style loads', () => {
  const css = `@import url("//a.example/1"); @import '//a.example/2';
    a { background: image-set("//a.example/3" 1x); content: "//a.example/no" }
    b { background: URL( '//a.example/4' ) } c { src: url(//a.example/5) }`;
  expect(foreignInStyle(css)).toEqual([1, 2, 3, 4, 5].map((n) => `//a.example/${n}`));
});

it('takes the compressed twin of the last site only for the same bytes', async () => {
  const words = 'words '.repeat(1_000);
  write('last/a.html', words);
  write('last/a.html.gz', 'twin of the last site');
  write('next/a.html', words);
  await compressSite(join(folder, 'next'), join(folder, 'last'));
  expect(read('next/a.html.gz')).toBe('twin of the last site');
  write('next/a.html', `${words}!`.slice(1));
  await compressSite(join(folder, 'next'), join(folder, 'last'));
  expect(read('next/a.html.gz')).not.toBe('twin of the last site');
});

import { imageSize } from 'image-size';
import { describe, expect, it } from 'vitest';
import { faviconSvg } from '../../src/site/emblem/favicon.ts';
import { letter } from '../../src/site/emblem/lettering.ts';
import { socialPng, socialSvg } from '../../src/site/emblem/social.ts';
import { initialsOf } from '../../src/site/settings.ts';
import { socialTags } from '../../src/site/social-tags.ts';

const emblem = { title: 'A handbook', customer: 'Élan Clinics', initials: 'ÉC', fictional: false };

describe('the emblem', () => {
  it('takes the first letters of the first two words', () => {
    expect(initialsOf('Élan Clinics Management, LLC')).toBe('ÉC');
    expect(initialsOf('“north” & South')).toBe('NS');
    expect(initialsOf('&')).toBe('');
  });

  it('is drawn without a font, and as an arrow where the font lacks a letter', () => {
    expect(letter('Łódź', 20)?.width).toBeGreaterThan(20);
    expect(letter('用語', 20)).toBeNull();
    expect(faviconSvg('ÉC')).toContain('class="letters"');
    expect(faviconSvg('用語')).toContain('class="line"');
    expect(faviconSvg('ÉC')).not.toContain('<text');
  });

  it('is a picture of the size that other sites ask for', async () => {
    const size = imageSize(await socialPng(emblem));
    expect(size).toMatchObject({ width: 1200, height: 630, type: 'png' });
  });

  it('says that an engagement is fictional, and cuts a title that has no end', () => {
    expect(socialSvg({ ...emblem, fictional: true })).not.toBe(socialSvg(emblem));
    const long = (words: number) => socialSvg({ ...emblem, title: 'word '.repeat(words).trim() });
    expect(long(60)).toBe(long(90));
    const widest = Math.max(...numbersIn(socialSvg({ ...emblem, title: 'w'.repeat(200) })));
    expect(widest).toBeLessThanOrEqual(1200);
  });

  it('is named in the head only by a whole address', () => {
    expect(socialTags('T', undefined)).toEqual([]);
    expect(socialTags('T', 'https://book.example')[0]?.attrs).toEqual({
      property: 'og:image',
      content: 'https://book.example/social.png',
    });
  });
});

const numbersIn = (svg: string): number[] =>
  [...svg.matchAll(/ d="([^"]*)"/g)].flatMap(([, d = '']) =>
    (d.match(/[\d.]+/g) ?? []).map(Number),
  );

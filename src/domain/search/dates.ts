/** A day that is written somewhere, as a term of the index: the same for `2026-10-09`, "9 October" and "Oct 9, 2026". */
export const daysOf = (text: string): string[] =>
  [...text.matchAll(iso)]
    .map(([, , month = '', day = '']) => `.d${month}${day}`)
    .concat(writtenDays(text).map(({ term }) => term));

/** Days in words, with how they are written; with a time behind them they are the head of a log line. */
export const writtenDays = (text: string): { term: string; text: string }[] =>
  [...text.matchAll(words)].flatMap((found) => {
    const { d1, m1, m2, d2 } = found.groups ?? {};
    const month = months.indexOf((m1 ?? m2 ?? '').slice(0, 3).toLowerCase()) + 1;
    const day = Number(d1 ?? d2);
    return month > 0 && day >= 1 && day <= 31
      ? [{ term: `.d${two(month)}${two(day)}`, text: found[0] }]
      : [];
  });

const two = (number: number): string => String(number).padStart(2, '0');

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const iso = /\b(\d{4})-([01]\d)-([0-3]\d)(?!\d)/g;

const month = '(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}|may';

const words = new RegExp(
  `\\b(?:(?<d1>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<m1>${month})|(?<m2>${month}) (?<d2>\\d{1,2})(?:st|nd|rd|th)?)\\b(?! ?\\d{0,4} ?\\d{2}:\\d{2})(?:,? \\d{4}\\b)?`,
  'gi',
);

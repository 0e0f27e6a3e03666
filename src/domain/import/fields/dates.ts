const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/** A day as ISO writes it; undefined where the text is no day, or one that can be read in two ways. */
export function dayOf(value: unknown): string | undefined {
  return dayWithRest(value)?.day;
}

/** A day, and whether the text says nothing else but, perhaps, a time of midnight or its weekday. */
export function dayWithRest(value: unknown): { day: string; whole: boolean } | undefined {
  if (value instanceof Date)
    return Number.isNaN(value.getTime())
      ? undefined
      : { day: value.toISOString().slice(0, 10), whole: true };
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  const trimmed = text.trim().slice(0, 200);
  for (const { form, parts } of forms) {
    const found = form.exec(trimmed);
    const day = found === null ? undefined : iso(parts(found));
    if (day === undefined || found === null) continue;
    return { day, whole: silent(trimmed.replace(found[0], '')) };
  }
  return undefined;
}

type Parts = readonly [year: number, month: number, day: number];

const forms: readonly {
  readonly form: RegExp;
  readonly parts: (found: RegExpExecArray) => Parts;
}[] = [
  {
    form: /\b((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?:\b|(?=T\d))/,
    parts: ([, year, , month, day]) => [Number(year), Number(month), Number(day)],
  },
  {
    form: /^((?:19|20)\d\d)(\d\d)(\d\d)$/,
    parts: ([, year, month, day]) => [Number(year), Number(month), Number(day)],
  },
  {
    form: /\b(\d{1,2})(?:st|nd|rd|th)?\.?(?: of)?[ -]+(\p{L}{3,9})\.?,?[ -]+((?:19|20)\d\d)\b/u,
    parts: ([, day, month, year]) => [Number(year), monthOf(month), Number(day)],
  },
  {
    form: /\b(\p{L}{3,9})\.?[ -]+(\d{1,2})(?:st|nd|rd|th)?,?[ -]+((?:19|20)\d\d)\b/u,
    parts: ([, month, day, year]) => [Number(year), monthOf(month), Number(day)],
  },
  {
    form: /\b(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d\d)\b/,
    parts: ([, first, sign, second, year]) =>
      unambiguous(Number(year), Number(first), Number(second), sign === '.'),
  },
];

/** `13/2/2020` can only be a day first, `2/13/2020` a month first; with dots the day is first. */
function unambiguous(year: number, first: number, second: number, dots: boolean): Parts {
  if (dots || first > 12 || first === second) return [year, second, first];
  return second > 12 ? [year, first, second] : [0, 0, 0];
}

const monthOf = (name = ''): number => {
  const word = name.toLowerCase();
  return word.length < 3
    ? 0
    : MONTHS.findIndex((month) => month.startsWith(word.replace(/^sept$/, 'sep'))) + 1;
};

function iso([year, month, day]: Parts): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = year > 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : undefined;
}

const silent = (rest: string): boolean =>
  /^(?:T?\s?00:00(?::00)?(?:\.0{1,6})?\s?(?:Z|UTC|[+-]00:?00)?)?[\s.,*_`]*(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)?(?:day)?[\s.,*_`]*$/i.test(
    rest,
  );

/** A moment in UTC; undefined where the text does not say both day and time, or not in which zone. */
export function momentOf(value: unknown): string | undefined {
  if (value instanceof Date && !Number.isNaN(value.getTime()))
    return value.toISOString().replace('.000Z', 'Z');
  if (typeof value !== 'string') return undefined;
  const day = dayOf(value);
  const time =
    /(?:\b|T)([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?:\.\d{1,6})?\s{0,2}(?:\(?(UTC|GMT|Z)\b\)?|([+-]\d\d):?(\d\d)\b)/.exec(
      value.slice(0, 200),
    );
  if (day === undefined || time === null) return undefined;
  const [, hours, minutes, seconds = '0', , away = '0', more = '0'] = time;
  const sign = away.startsWith('-') ? -1 : 1;
  const offset = Number(away) * 60 + sign * Number(more);
  const at = Date.parse(`${day}T00:00:00Z`);
  const moment =
    at + ((Number(hours) * 60 + Number(minutes) - offset) * 60 + Number(seconds)) * 1000;
  return new Date(moment).toISOString().replace('.000Z', 'Z');
}

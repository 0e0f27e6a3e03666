import { type Detector, groupHits, type Hit, labelled, nearby } from './detector.ts';

/** Social security numbers: three, two and four digits, or nine after a word that says so. */
export const ssn: Detector = {
  words: ['social', 'ss$', 'soc. sec', 'soc sec', 'soc.sec', 'tax id'],
  anchor: /\d-\d\d-\s{0,2}\d|[sS][sS][nN]/g,
  find: nearby(/\d{3}[ .-]?\d\d[ .-]?\n?[ \t>]{0,8}\d{4}/, function* (text): Generator<Hit> {
    yield* groupHits(
      text,
      SHAPE,
      'ssn',
      'number',
      (value, { index }) =>
        wasIssued(value) && !OTHER.test(text.slice(Math.max(0, index - 40), index)),
    );
    if (/ssn|soc|tax id|\bss ?[#n]/i.test(text))
      yield* groupHits(text, LABELLED, 'ssn', 'number', wasIssued);
  }),
};

const SHAPE = /(?<!\d|\d-)(\d{3}-\d{2}-(?:\n?[ \t>]{0,8})\d{4})(?![\d-]|\.\d)/dg;

/** A number that is called something else is that. */
const OTHER =
  /(?:policy|member|subscriber|state id|licen[cs]e|certificate|acc(?:oun)?t|invoice|order|ticket|serial|part|lot|passport|mrn|record|case|model)(?:[ _-](?:no|num|number|id|nr))?[\s:=#."']{0,4}$/i;

const LABELLED = labelled(
  String.raw`\w{0,20}ssns?(?:_\w{1,8})?|soc(?:ial)?\.?[ -]?sec(?:urity)?\.?|social|\bss ?(?:#|no\.?|number|num)|tax id(?: of the guarantor)?`,
  String.raw`\d{3}[ .-]?\d{2}[ .-]?\d{4}(?!\d)`,
);

/** Whether a number can have been given out: areas 000, 666 and 900 up, group 00 and serial 0000 never were. */
const wasIssued = (value: string): boolean =>
  /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(value.replaceAll(/\D/g, ''));

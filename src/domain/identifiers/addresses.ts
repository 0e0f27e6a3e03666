import { type Detector, groupHits, type Hit, nearby } from './detector.ts';

/** Postal addresses: house number and street, post box, ZIP code after a city or a word that says so. */
export const addresses: Detector = {
  words: [
    'box ',
    'zip',
    'postal',
    'po box',
    'p.o',
    'p. o',
    'calle',
    'avenida',
    'avda',
    'paseo',
    'wohnhaft',
    'anschrift',
    'domicilio',
    'c/',
    'address',
    'addr',
    'lives at',
    'resid',
  ],
  anchor:
    /\d [A-Z]|\d (?=\d{1,3}[a-z]{2} )|[A-Z] \d{5}| (?=\d)(?<=(?:(?:ra(?:ß|ss)|gass|alle)e|str\.|weg|platz|ring|damm|ufer|hof) )/g,
  find: nearby(
    / (?:St|Ave|R(?:oa)?d|Dr|L(?:ane|n)|C(?:ou)?r?t|Cir|B(?:oulevard|lvd)|Ter|Pl|P(?:arkwa|kw)y|H(?:ighwa|w)y|Way|Sq|Tr|ST|AVE|R(?:OA)?D|L(?:ANE|N)|DR|C(?:OUR)?T|CIR|BLVD)|\d{5}|[Bb][Oo][Xx] \d|(?:stra(?:ß|ss)e|str\.|gasse|allee) \d|[Cc]alle|CALLE|[Aa]v(?:enida|da)|[Pp]aseo|[Ww]ohnhaft|[Aa]nschrift|[Dd]omicilio|C\/ |(?:weg|platz|ring|damm|ufer|hof) \d|(?:[Aa]ddr|[Ll]ives|[Rr]esid)\w{0,6} ?\S{1,3} ?\d/,
    function* (text): Generator<Hit> {
      yield* groupHits(text, STREET, 'address', 'other');
      yield* groupHits(text, BOX, 'address', 'other');
      yield* groupHits(text, CITY, 'address', 'other');
      for (const pattern of [ZIP, GERMAN, GERMAN_TOWN, SPANISH, LABELLED, LIVES])
        yield* groupHits(text, pattern, 'address', 'other');
    },
  ),
};

const DIRECTION = String.raw`(?:(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\.? )?`;
const SUFFIX = String.raw`(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Court|Ct|Circle|Cir|Boulevard|Blvd|Terrace|Ter|Place|Parkway|Pkwy|Highway|Hwy|Way|Square|Trail|STREET|ST|AVE|ROAD|RD|LANE|LN|DRIVE|COURT|CT|CIR|BLVD)`;

const STREET = new RegExp(
  String.raw`(?<![\w.:/-])(\d{1,5} ${DIRECTION}(?:\d{1,3}(?:st|nd|rd|th)|[A-Z][A-Za-z']{1,20})(?: [A-Z][A-Za-z']{1,20}){0,2} ${SUFFIX}\b)`,
  'dg',
);

const BOX = /\b(P\.? ?O\.? ?Box \d{1,6})\b/dgi;

const STATES =
  'AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|PR';
const CITY = new RegExp(
  String.raw`\b([A-Z][a-z]{2,20}(?:, ?(?:${STATES})| VT| MA| NH| NY| CA| TX) \d{5}(?:-\d{4})?)(?![\w-])`,
  'dg',
);

const ZIP =
  /\b(?:zip(?:[ _]?code)?|postal[ _]?code)["']?[:= ]{1,3}["']?(\d{5}(?:-\d{4})?)(?![\w-])/dgi;

const CAPITAL = String.raw`[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ÿ'-]{1,24}`;

/** A street of a German-speaking country, with its house number after it. */
const GERMAN =
  /(?<![\w.:/-])([A-ZÄÖÜ][A-Za-zÄÖÜäöüß-]{2,30}(?:stra(?:ß|ss)e|str\.|gasse|allee) \d{1,4} ?[a-z]?)(?![\w.])/dg;

/** Other words for streets mean other things too, unless a town follows. */
const GERMAN_TOWN =
  /(?<![\w.:/-])([A-ZÄÖÜ][A-Za-zÄÖÜäöüß-]{2,30}(?:weg|platz|ring|damm|ufer|hof) \d{1,4} ?[a-z]?,? (?:D-|A-|CH-)?\d{4,5} [A-ZÄÖÜ][a-zäöüß]+)/dg;

const LIVES =
  /\b(?:[Aa]ddr(?:ess)?\d?["'\x60]?\s?[:=]|(?:lives|resides|residing) at) {0,2}["']?(\d{1,5} (?!items|bytes|bits|octets)[A-Za-z][A-Za-z.' ]{3,40})/dg;

const SPANISH = new RegExp(
  String.raw`\b((?:Calle|C/|Avenida|Avda\.?|Av\.|Paseo|Plaza) (?:(?:de|del|la|las|los|el) ){0,3}${CAPITAL}(?: (?:de |del )?${CAPITAL}){0,3},? (?:n\.?º ?)?\d{1,4})(?![\w.:])`,
  'dg',
);

const LABELLED = new RegExp(
  String.raw`\b(?:[Ww]ohnhaft|[Aa]nschrift|[Dd]omicilio)(?: in| en)?[:= ]{1,3}(${CAPITAL}(?: ${CAPITAL}){0,3},? \d{1,4}[a-z]?)(?![\w.:])`,
  'dg',
);

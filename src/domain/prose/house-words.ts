/**
 * Single words of the list of retext-simplify that are worth a remark. Most of the others are the plainest word
 * for what they name here: a request, an interface, to submit, to validate.
 */
export const heavyWords: ReadonlySet<string> = new Set([
  'accentuate',
  'aforementioned',
  'ameliorate',
  'ascertain',
  'commence',
  'disseminate',
  'elucidate',
  'endeavor',
  'expedite',
  'expeditious',
  'facilitate',
  'herein',
  'heretofore',
  'herewith',
  'inasmuch as',
  'inception',
  'methodology',
  'necessitate',
  'notwithstanding',
  'numerous',
  'promulgate',
  'remuneration',
  'strategise',
  'strategize',
  'subsequently',
  'therein',
  'thereof',
  'transpire',
  'utilisation',
  'utilise',
  'utilization',
  'utilize',
]);

/** Phrases of that list that are as short as English has them. */
export const shortPhrases: ReadonlySet<string> = new Set([
  'a number of',
  'all of',
  'as to',
  'as yet',
  'benefit from',
  'comply with',
  'failed to',
  'has no effect',
  'in between',
  'is responsible for',
  'it is',
  'not certain',
  'not many',
  'not often',
  'on the other hand',
  'point in time',
  'provided that',
  'relative to',
  'similar to',
  'the use of',
  'there are',
  'there is',
  'with respect to',
]);

/**
 * What retext-equality says of people and is said here of machines, of care, and of people whom the handbook
 * knows by name.
 */
export const meantOtherwise: ReadonlySet<string> = new Set(
  `actor blind block blocks bugreport disabled dummy execute executed executes execution fall
  fellow flag foreign hang hangs he her hers herself him himself his host host's hosts invalid
  just kill killed kills king latino man maternal mental midwife midwives normal postman she
  sister special suffer suffers tribe`.split(/\s+/),
);

/** Words that are put in where a number, a day or a fact is missing; of retext-equality, those that belittle. */
export const fillers: ReadonlySet<string> = new Set([
  'actually',
  'basically',
  'easily',
  'essentially',
  'obviously',
  'of course',
  'quite',
  'really',
  'simply',
  'somewhat',
  'very',
]);

import {
  type Detector,
  GROUPS,
  groupHits,
  type Hit,
  isRecordNumber,
  labelled,
  lineAround,
  nearby,
  WORD,
} from './detector.ts';

/** Numbers of medical records and patients, by the words before them. */
export const mrn: Detector = {
  words: [
    'mrn',
    'emrn',
    'm.r.n',
    'mpi',
    'empi',
    'enterprise',
    'med',
    'chart',
    'patient',
    'paciente',
    'pat$',
    'pt$',
    'record n',
    'hospital n',
    'unit n',
    'historia',
    'nhc',
    'nhs n',
    'mr$',
  ],
  find: nearby(/\d[\d -]{3,}\d/, function* (text): Generator<Hit> {
    yield* groupHits(text, LABELLED, 'mrn', 'number', (value) => isRecordNumber(value));
    yield* groupHits(text, UNIT, 'mrn', 'number', (value, { index }) =>
      /medical record|patient|chart/i.test(lineAround(text, index, index + value.length)),
    );
    yield* groupHits(text, AFTER, 'mrn', 'number', (value) => isRecordNumber(value));
    yield* groupHits(text, GLUED, 'mrn', 'number', (value) => isRecordNumber(value));
    yield* groupHits(text, SECOND, 'mrn', 'number', (value) => isRecordNumber(value));
    yield* groupHits(text, BARE, 'mrn', 'number', (value) => isRecordNumber(value, 6));
  }),
};

const LABELLED = labelled(
  String.raw`e?mrns?|mr ?#|mr (?:no\.?|number)|nhs (?:no\.?|number)|m\.r\.n\.?|e?mpi|enterprise (?:patient )?(?:identifier|id|number)|med(?:ical)?[ _.]{0,2}rec(?:ord)?[ _.]{0,2}(?:no|num|number|nr|id)?|(?:patient|pat|pt)[ _-]?(?:id|ids|no|num|number|identifier)|patienten[- ]?(?:id|nr|nummer)|pat\.?-?(?:nr|id)|chart[ _]?(?:no\.?|number|id|#)|(?:hospital|record) (?:no\.?|number)|historia(?: cl[ií]nica)?|nhc`,
  String.raw`(?:${WORD}|${GROUPS})`,
);

/** A number that other things have as well, so the line has to speak of a record. */
const UNIT = labelled(String.raw`unit (?:no\.?|number)`, String.raw`(?:${WORD}|${GROUPS})`);

const SECOND = /\bMRNs?[ :#]{1,3}[A-Z]{0,3}\d{4,12}(?:, | and | & |\/)([A-Z]{0,3}\d{5,12})\b/dgi;

/** The name after the number. */
const AFTER =
  /(?<![\w-])([A-Z]{0,3}\d{6,12}) ?\((?:e?mrn|e?mpi|patient id|medical record number)\)/dgi;

/** The name and the number as one word. */
const GLUED = /(?<![A-Za-z0-9])MRN[A-Z]?(\d{5,12})(?![\w-])/dg;

const BARE = /(?<![A-Za-z/])(?:patient|pt|chart) #?([A-Z]{0,3}\d{6,12})(?![\w-])/dgi;

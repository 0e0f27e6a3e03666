import {
  type Detector,
  groupHits,
  type Hit,
  isRecordNumber,
  labelled,
  nearby,
  WORD,
} from './detector.ts';

/** Numbers of medical records and patients, by the words before them. */
export const mrn: Detector = {
  words: ['mrn', 'mpi', 'med', 'chart', 'patient', 'pat_', 'pat ', 'pt_', 'pt ', 'record n'],
  find: nearby(/\d[\d-]{3,}\d/, function* (text): Generator<Hit> {
    yield* groupHits(text, LABELLED, 'mrn', 'number', (value) => isRecordNumber(value));
    yield* groupHits(text, SECOND, 'mrn', 'number', (value) => isRecordNumber(value));
    yield* groupHits(text, BARE, 'mrn', 'number', (value) => isRecordNumber(value, 6));
  }),
};

const LABELLED = labelled(
  String.raw`e?mrns?|e?mpi|med(?:ical)?[ _.]{0,2}rec(?:ord)?[ _.]{0,2}(?:no|num|number|nr|id)?|(?:patient|pat|pt)[ _-]?(?:id|ids|no|num|number|identifier)|chart[ _]?(?:no\.?|number|id|#)|record (?:no\.?|number)`,
  WORD,
);

const SECOND = /\bMRNs?[ :#]{1,3}[A-Z]{0,3}\d{4,12}(?:, | and | & |\/)([A-Z]{0,3}\d{5,12})\b/dgi;

const BARE = /(?<![A-Za-z/])(?:patient|pt|chart) #?([A-Z]{0,3}\d{6,12})(?![\w-])/dgi;

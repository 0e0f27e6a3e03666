import { isCardNumber, isIban, isVin } from './checksums.ts';
import {
  type Detector,
  digitsIn,
  GROUPS,
  groupHits,
  type Hit,
  isRecordNumber,
  labelled,
  lineAround,
  nearby,
  WORD,
} from './detector.ts';

/** Numbers of members and policies of health plans. */
export const plans: Detector = {
  words: [
    'member',
    'subscriber',
    'medica',
    'policy',
    'insur',
    'beneficiary',
    'enrollee',
    'health',
    'mbi',
    'hicn',
    'versichert',
    'versicherung',
    'krankenkasse',
    'afiliad',
    'póliza',
  ],
  anchor: /\d-[A-Z][A-Z0-9]\d-/g,
  find: nearby(/\d\d/, function* (text): Generator<Hit> {
    yield* groupHits(text, MBI, 'plan', 'number');
    yield* groupHits(
      text,
      PLAN,
      'plan',
      'number',
      (value) => isRecordNumber(value) || IS_MBI.test(value),
    );
    yield* groupHits(text, MEMBER, 'plan', 'number', (value) => isRecordNumber(value, 8));
  }),
};

const MBI_LETTER = '[AC-HJKMNP-RT-Y]';
const MBI_EITHER = '[AC-HJKMNP-RT-Y0-9]';
const MBI = new RegExp(
  String.raw`\b([1-9]${MBI_LETTER}${MBI_EITHER}\d-${MBI_LETTER}${MBI_EITHER}\d-${MBI_LETTER}{2}\d\d)\b`,
  'dg',
);
const IS_MBI = new RegExp(
  String.raw`^[1-9]${MBI_LETTER}${MBI_EITHER}\d-?${MBI_LETTER}${MBI_EITHER}\d-?${MBI_LETTER}{2}\d\d$`,
);
const NUMBER = String.raw`[ _-]?(?:id|ids|no|num|number|nr|#)`;
const PLAN = labelled(
  String.raw`(?:member|subscriber|insured|insurance|policy|beneficiary|enrollee)(?:'s)?${NUMBER}|medicai[dr](?: recipient)?(?:${NUMBER})?|medicare(?:${NUMBER})?|mbi|hicn|health (?:plan|insurance)(?: beneficiary)?${NUMBER}|versicherten?(?:nummer|-?nr)|versicherungs(?:nummer|-?nr)|krankenkassennummer|n[úu]mero de (?:afiliad[oa]|p[óo]liza)`,
  String.raw`(?:${GROUPS}|${WORD}(?: \d{3}){0,2})`,
);

const MEMBER = new RegExp(
  String.raw`\b(?:member|subscriber|enrollee|beneficiary)[ :#=]{1,3}(${WORD})`,
  'dgi',
);

/** Numbers of accounts, visits and cards. */
export const accounts: Detector = {
  words: [
    'account',
    'acct',
    'patient acc',
    'billing acc',
    'guarantor acc',
    'bank acc',
    'hospital acc',
    'visit',
    'encounter',
    'fin$',
    'csn',
    'har$',
  ],
  anchor: /\d{4}[ -]?\d{4}[ -]?\d{4}|[A-Z]{2}\d\d ?[A-Z0-9]{4}/g,
  find: nearby(/\d[\d -]{3,}\d/, function* (text): Generator<Hit> {
    yield* groupHits(text, ACCOUNT, 'account', 'number', (value) => isRecordNumber(value, 6));
    yield* groupHits(
      text,
      CARD,
      'account',
      'number',
      (value, { index }) =>
        isCardNumber(value) &&
        !/\btest (?:card|number|pan)/i.test(lineAround(text, index, index + value.length)),
    );
    yield* groupHits(text, VISIT, 'account', 'number');
    yield* groupHits(text, IBAN, 'account', 'number', isIban);
  }),
};

const ACCOUNT = labelled(
  String.raw`(?<!(?:AWS|Azure|GCP|cloud|service|project) )(?:(?:patient|billing|guarantor|hospital|bank) acc(?:oun)?t|acc(?:oun)?t\.?${NUMBER}|acc(?:oun)?t #|(?:visit|encounter)${NUMBER}|(?:FIN|CSN|HAR)\b)`,
  String.raw`(?:${GROUPS}|${WORD})`,
);
const VISIT =
  /(?<!(?:AWS|Azure|GCP|cloud|service|project) )\b(?:encounter|visit|acct\.?|patient account)s? #?([A-Z]{0,3}\d{7,12})(?![\w-]|\.\d)/dgi;
const CARD = /(?<![\w.-])([3-6]\d{3}(?:[ -]?\d{4}){2}[ -]?\d{3,4})(?![\w-]|\.\d)/dg;
const IBAN = /\b([A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?)\b/dg;

/** Numbers of licences, passports and certificates of a person. */
export const licences: Detector = {
  words: [
    'licen',
    'dl$',
    'passport',
    'certificate',
    'state id',
    'führerschein',
    'reisepass',
    'personalausweis',
    'pasaporte',
    'dni',
  ],
  find: nearby(/\d\d/, function* (text): Generator<Hit> {
    yield* groupHits(
      text,
      LICENCE,
      'licence',
      'number',
      (value) => digitsIn(value) >= 4 && isRecordNumber(value, 4),
    );
  }),
};

const LICENCE = labelled(
  String.raw`driver'?s?'?[ _]licen[cs]e|DL ?[#:=]|DL (?:no\.?|number)|passport|state id(?: card)?(?:${NUMBER})?|f[üu]hrerschein(?:nummer|nr)?|reisepass(?:nummer|nr)?|personalausweis(?:nummer|nr)?|pasaporte|dni|nursing licen[cs]e|medical licen[cs]e|licen[cs]e no\.?|(?:birth|death) certificate|certificate(?: number| no\.?)? of (?:birth|death)`,
  String.raw`(?:${GROUPS}|(?:[A-Z]{2} )?${WORD})`,
);

/** Vehicle numbers and plates. */
export const vehicles: Detector = {
  words: ['vin', 'vehicle', 'plate', 'kennzeichen', 'matrícula'],
  anchor: /\d{6}(?![A-Za-z0-9])/g,
  find: nearby(
    /[A-HJ-NPR-Z0-9]{17}|[Pp][Ll][Aa][Tt][Ee]|ennzeichen|atrícula/,
    function* (text): Generator<Hit> {
      yield* groupHits(text, VIN, 'vehicle', 'number', (value) => isVin(value));
      if (!/vin|vehicle|plate|kennzeichen|matrícula/i.test(text)) return;
      yield* groupHits(text, LABELLED_VIN, 'vehicle', 'number', (value) => digitsIn(value) >= 5);
      yield* groupHits(
        text,
        PLATE,
        'vehicle',
        'number',
        (value) => /\d/.test(value) && /[A-Z]/.test(value),
      );
    },
  ),
};

const VIN = /\b([A-HJ-NPR-Z0-9]{17})\b/dg;
const LABELLED_VIN = labelled('vin|vehicle id(?:entification)?', '[A-HJ-NPR-Z0-9]{17}');
const PLATE =
  /\b(?:[Ll]icense )?(?:[Pp]lates?|PLATE|[Kk]ennzeichen|[Mm]atrícula)(?: ?(?:no|number|#)\.?| des Patienten| der Patientin)?[:= ]{1,3}((?:[A-ZÄÖÜ]{2} )?(?:[A-ZÄÖÜ]{1,3}[ -](?:[A-Z]{1,2} ?)?\d{1,4}|[A-Z]{2,3}[ -]?\d{3,5}|\d{3,4} ?[A-Z]{3}|\d[A-Z]{2,3} ?\d{3}))\b/dg;

/** Serial numbers of what a patient wears or has in the body. */
export const devices: Detector = {
  words: ['serial', 's/n', 'sn$', 'udi', 'device id', 'seriennummer', 'número de serie'],
  find: nearby(/\d{2}|\d-\d|\d[A-Z]\d/, function* (text): Generator<Hit> {
    yield* groupHits(text, UDI, 'device', 'number');
    yield* groupHits(text, BEFORE, 'device', 'number', isSerial);
    yield* groupHits(text, AFTER, 'device', 'number', isSerial);
    yield* groupHits(text, OF, 'device', 'number', isSerial);
  }),
};

/** Three digits, or two in a word of six letters and digits. */
const isSerial = (value: string): boolean =>
  digitsIn(value) >= 4 || (digitsIn(value) >= 2 && value.length >= 6);

const THING = String.raw`(?:pacemaker|defibrillator|icd|implant(?:ed)?|pump|[bc]pap|ventilator|concentrator|hearing aid|glucose meter|cgm|sensor|transmitter|holter|loop recorder|monitor|stent|valve|prosthesis|stimulator|wheelchair|patient|device(?! class| type)|\w{0,12}schrittmachers?|insulinpumpe|hörger[äa]ts?|marcapasos)`;
const SERIAL = String.raw`(?:serial(?: ?(?:no\.?|number|#))?|s/n|sn|device id|seriennummer|número de serie)`;
const UDI = /(\(01\)\d{14}(?:\((?:10|11|17|21)\)[\w/.-]{1,20}){1,4})/dg;
const VALUE = String.raw`(?<![A-Za-z0-9])(?=[A-Za-z-]{0,6}\d)[A-Za-z0-9]{2,12}(?:-[A-Za-z0-9]{1,8}){0,2}(?![A-Za-z0-9])`;
const BEFORE = new RegExp(
  String.raw`\b${THING}\b[^\n.;]{0,20}?\b${SERIAL}[\s:=#.]{1,3}(${VALUE})`,
  'dgi',
);
const AFTER = new RegExp(
  String.raw`\b${SERIAL}[\s:=#.]{1,3}(${VALUE})(?=[^\n.;]{0,30}\b${THING})`,
  'dgi',
);
const OF = new RegExp(
  String.raw`\b${SERIAL} (?:of(?: the| an?| her| his| (?:the )?(?:patient|pt)'s)?|des|der|del|de la) ${THING}[\s:=#.]{1,3}(${VALUE})`,
  'dgi',
);

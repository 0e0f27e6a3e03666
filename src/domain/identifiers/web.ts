import { type Detector, groupHits, type Hit, lineAround, nearby } from './detector.ts';

/** Addresses that name a patient in their path or query. */
export const web: Detector = {
  words: ['facebook', 'instagram', 'tiktok', 'twitter', 'linkedin', 'x.com'],
  anchor:
    /\bPatient\/\d|\/(?:[Pp]atients?|[Rr]elated[Pp]erson|[Pp]ersons?|[Cc]hart|[Cc]overage|[Mm][Rr][Nn]|[Ee]ncounters?|[Vv]isits?)\/|[?&]\w{2,12}=/g,
  find: nearby(/\//, function* (text): Generator<Hit> {
    yield* groupHits(text, PATH, 'url', 'number');
    yield* groupHits(text, REFERENCE, 'url', 'number');
    yield* groupHits(
      text,
      QUERY,
      'url',
      'number',
      (value) => !/^[<{$:%[(]|^\.\.\.|^x+$/i.test(value),
    );
    yield* groupHits(
      text,
      SEARCH,
      'url',
      'number',
      (value) => !/^https?:|^[<{$:%[(]|^\.\.\.|^x+$|^\W*$/i.test(value),
    );
    yield* groupHits(text, PROFILE, 'url', 'other', (_, { index }) =>
      /\bpatients?\b/i.test(lineAround(text, index, index)),
    );
  }),
};

/** IP addresses from which a person came. */
export const hosts: Detector = {
  words: [
    'patient',
    'visitor',
    'portal',
    'client',
    'remote',
    'x-forwarded',
    'user',
    'logged in',
    'login',
  ],
  find: nearby(/\d\.\d{1,3}\.\d|[0-9a-f]:[0-9a-f:]{2}/i, function* (text): Generator<Hit> {
    const isOfPerson = (value: string, { index }: RegExpExecArray) =>
      isPublic(value) &&
      PERSON.test(lineAround(text, index, index + value.length)) &&
      !/\b(?:version|release|build|v)[ :]{0,2}$/i.test(text.slice(Math.max(0, index - 12), index));
    yield* groupHits(text, IPV4, 'ip', 'other', isOfPerson);
    yield* groupHits(text, IPV6, 'ip', 'other', isOfPerson);
  }),
};

const PATH =
  /(?<=\/(?:patients?|relatedperson|persons?|chart|coverage|mrn|encounters?|visits?)\/)([A-Z]{0,3}\d{4,14})(?![\w-])/dgi;
/** A reference as FHIR writes it, in a sentence. */
const REFERENCE = /(?<![\w/.])Patient\/(\d{4,14})(?![\w-])/dg;
const QUERY =
  /[?&](?:mrn|patient_?id|pat_?id|pid|dob|birth_?date|ssn|member_?id|email|last_?name|(?:first|last))=([^&\s"'<>)`|]{3,80})/dgi;
/** A search of a FHIR server for one patient. */
const SEARCH =
  /\/(?:Patient|RelatedPerson)\?(?:[\w:.-]{1,30}=[^&\s]{0,60}&){0,4}(?:identifier|name|family|given|birthdate|telecom)=([^&\s"'<>)`]{3,80})/dg;
const PROFILE =
  /(https?:\/\/(?:www\.)?(?:facebook|instagram|tiktok|twitter|x|linkedin)\.com\/[\w./-]{3,60})/dgi;
const IPV4 =
  /(?<![\w.#-])((?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3})(?![\w-]|\.\d|\/\d)/dg;
const IPV6 = /(?<![\w:.])((?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}){1,6})(?![\w:])/dgi;

const PERSON =
  /patient|visitor|\bportal\b|client[ _-]?ip|remote[ _-]?addr|x-forwarded-for|\buser(?:'s)?\b|logged in/i;

/** Whether an address can be that of a person: not private, not kept for documents or the machine itself. */
const isPublic = (address: string): boolean =>
  address.includes(':')
    ? address.length > 8 && !/^(?:fe[89ab]|f[cd]|ff|2001:0?db8|::|0)/i.test(address)
    : !/^(?:10|127|0|22[4-9]|2[3-5]\d)\.|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^192\.0\.[02]\.|^198\.51\.100\.|^203\.0\.113\.|^198\.1[89]\.|^255\./.test(
        address,
      );

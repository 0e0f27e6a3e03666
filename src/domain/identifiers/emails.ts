import { type Detector, groupHits, type Hit, hitOf } from './detector.ts';

/** Mail addresses, but for those of domains that nobody can have. */
export const emails: Detector = {
  anchor: /@|[([]at[)\]]/g,
  *find(text, places): Generator<Hit> {
    if (/[([]at[)\]]/i.test(text)) yield* groupHits(text, SPELLED, 'email', 'other');
    for (const at of places) {
      const local = LOCAL.exec(text.slice(Math.max(0, at - 64), at))?.[0];
      const domain = DOMAIN.exec(text.slice(at + 1, at + 255))?.[0];
      if (local === undefined || domain === undefined || isReservedDomain(domain)) continue;
      const before = text.slice(Math.max(0, at - local.length - 3), at - local.length);
      const after = text[at + 1 + domain.length] ?? '';
      // A login of a service, as in git@host:path and amqp://user@host.
      if (
        before.endsWith('://') ||
        (before.endsWith(':') && before.startsWith('/')) ||
        (local === 'git' && after === ':')
      )
        continue;
      yield hitOf('email', 'other', `${local}@${domain}`, at - local.length);
    }
  },
};

/** Written so that programs do not find it. */
const SPELLED =
  /(?<![A-Za-z0-9._%+-])([A-Za-z0-9][A-Za-z0-9._%+-]{0,40} ?[([]at[)\]] ?[A-Za-z0-9-]{1,40}(?: ?[([]dot[)\]] ?|\.)(?!example|test\b|invalid)[A-Za-z]{2,24})(?![A-Za-z0-9-])/dgi;
const LOCAL = /(?<![A-Za-z0-9._%+-])[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62})$/;
const DOMAIN = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.){1,6}[A-Za-z]{2,24}(?![A-Za-z0-9-])/;

/** Domains of RFC 2606 and RFC 6761, which belong to nobody. */
export const isReservedDomain = (domain: string): boolean =>
  /(?:^|\.)(?:example|test|invalid|localhost|local|example\.(?:com|net|org|edu))$/i.test(domain);

import { type Corpus, engagementData, entriesOf, slugOf } from '../../graph/corpus.ts';
import { rawAt, rowsAt, textAt, textsOf } from '../../graph/fields.ts';
import { sideOf } from '../../graph/sides.ts';

/** How the vendor of the engagement can be recognized where no person is named. */
export interface VendorMarks {
  readonly domains: readonly string[];
  /** Digits of the telephone numbers of its people. */
  readonly numbers: ReadonlySet<string>;
  /** Addresses, slugs and account names of its people, small letters. */
  readonly accounts: ReadonlySet<string>;
}

/** What leads to the vendor: its mail domains, and numbers of its people as the vendor pages give them. */
export function vendorMarks(corpus: Corpus): VendorMarks {
  const engagement = engagementData(corpus);
  const listed = rawAt(engagement, 'vendor.domains');
  const domains = (Array.isArray(listed) ? listed : []).filter((one) => typeof one === 'string');
  const people = entriesOf(corpus, 'person').filter(
    (person) => sideOf(person, corpus) === 'vendor',
  );
  const names = new Set(people.map(({ data }) => textAt(data, 'name')));
  const legal = textAt(engagement, 'vendor.name')?.toLowerCase() ?? '';
  const routes = entriesOf(corpus, 'vendor').flatMap(({ data }) => {
    const title = textAt(data, 'title')?.toLowerCase();
    const isVendor = title !== undefined && legal.startsWith(title);
    return rowsAt(data, 'contacts')
      .filter((row) => isVendor || names.has(textAt(row, 'name') ?? ''))
      .map((row) => textAt(row, 'route') ?? '');
  });
  const accounts = people.flatMap((person) => [
    slugOf(person),
    textAt(person.data, 'email') ?? '',
    ...textsOf(person.data, 'handles'),
  ]);
  return {
    domains: domains.map((domain) => domain.toLowerCase()),
    numbers: new Set(routes.flatMap(numbersIn)),
    accounts: new Set(accounts.map(bare)),
  };
}

/** What in a text leads to the vendor: a mail domain or a telephone number; null where nothing does. */
export function vendorIn(text: string, { domains, numbers }: VendorMarks): string | null {
  const small = text.toLowerCase();
  const domain = domains.find((one) =>
    new RegExp(`(^|[@./\\s])${escaped(one)}($|[^\\w.-]|\\.$)`).test(small),
  );
  return domain ?? numbersIn(text).find((number) => numbers.has(number)) ?? null;
}

/** An account name without its sign, small letters. */
export const bare = (name: string): string => name.trim().replace(/^@/, '').toLowerCase();

const escaped = (text: string): string => text.replaceAll(/[^a-z0-9]/gi, '\\$&');

/** Telephone numbers as their last seven or more digits, so that a country code changes nothing. */
const numbersIn = (text: string): string[] =>
  (text.match(/\+?\d[\d\s().-]{5,}\d/g) ?? []).map((number) => {
    const digits = number.replaceAll(/\D/g, '');
    return digits.length > 10 ? digits.slice(-10) : digits;
  });

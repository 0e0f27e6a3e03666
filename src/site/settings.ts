import { isWebAddress } from '../domain/body/address.ts';
import type { Handbook } from './handbook.ts';
import { issuesAt } from './report/links.ts';

/** What `engagement.yaml` says to the site as a whole. */
export interface Settings {
  readonly title: string;
  readonly description: string;
  readonly fictional: boolean;
  /** Address of the editor for a file, with `{path}` in it. */
  readonly editPattern: string | null;
  /** Where mails about wrong pages go. */
  readonly reportTo: string | null;
  /** Address of a new issue, with `{title}` and `{body}` in it. */
  readonly issuesPattern: string | null;
}

/** The settings of a handbook; what is not written has a plain default. */
export function settingsOf({ corpus }: Pick<Handbook, 'corpus'>): Settings {
  const data = corpus.byId.get('engagement')?.data ?? {};
  const customer = textAt(data, 'customer', 'name');
  const vendor = textAt(data, 'vendor', 'name');
  return {
    title: textAt(data, 'title') ?? (customer ? `${customer} handbook` : 'Handbook'),
    description: customer
      ? sentence(`How ${customer} runs its systems${vendor ? `, written with ${vendor}` : ''}`)
      : 'How the systems are run.',
    fictional: data['fictional'] === true,
    editPattern: webAddressIn(textAt(data, 'repository', 'edit_url')),
    reportTo: textAt(data, 'report_to') ?? null,
    issuesPattern:
      webAddressIn(textAt(data, 'repository', 'issues_url')) ??
      issuesAt(webAddressIn(textAt(data, 'repository', 'url')) ?? ''),
  };
}

/** An address that may be a link; in dev the field may hold anything. */
const webAddressIn = (value: string | undefined): string | null =>
  value !== undefined && isWebAddress(value) ? value : null;

/** What the handbook is known by outside its pages: the tab's icon and the picture of a link. */
export function emblemOf({ corpus }: Pick<Handbook, 'corpus'>) {
  const { title, fictional } = settingsOf({ corpus });
  const customer = textAt(corpus.byId.get('engagement')?.data ?? {}, 'customer', 'name') ?? null;
  return { title, customer, fictional, initials: initialsOf(customer ?? title) };
}

/** The first letters of the first two words. */
export const initialsOf = (name: string): string =>
  [...name.matchAll(/[\p{L}\p{N}]+/gu)]
    .slice(0, 2)
    .map(([word]) => [...word][0]?.toUpperCase() ?? '')
    .join('');

/** Words with one full stop: a company's name may end with its own. */
const sentence = (words: string): string => (words.endsWith('.') ? words : `${words}.`);

function textAt(data: unknown, ...keys: string[]): string | undefined {
  const value = keys.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined,
    data,
  );
  return typeof value === 'string' && value !== '' ? value : undefined;
}

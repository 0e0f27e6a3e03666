import { named } from './common.ts';
import { type Draft, put, take } from './draft.ts';
import { lookup } from './relations.ts';
import { itemsOf, sectionOf } from './sections.ts';
import { readSeverity } from './severity.ts';

/**
 * Reads a runbook: alerts, symptoms, access, severity and times.
 *
 * `alerts` refers to records, and a record needs the systems that the alert watches, which no runbook of another
 * tool says. So names stand as `lookup:` values: `settle` keeps those of which the handbook has a record; the others
 * go to `rest.alerts`, which the page shows and the search finds. They never become symptoms, which are the words
 * of those who call. A title that is the name of an alert is looked up as well, and stays the title in any case.
 */
export function readRunbook(draft: Draft): void {
  take(draft, 'alerts', /^(?:alerts?|alert ?names?|triggered by|pager)$/, named);
  const { title } = draft.data;
  if (typeof title === 'string' && alertName.test(title)) put(draft, 'alerts', [lookup(title)]);
  take(draft, 'symptoms', /^symptoms?$/, ({ value }) =>
    Array.isArray(value)
      ? { value: value.filter((one) => typeof one === 'string'), whole: true }
      : undefined,
  );
  put(draft, 'symptoms', listed(draft, /^(?:common )?symptoms?$/));
  put(
    draft,
    'access_needed',
    listed(draft, /^(?:(?:required )?(?:access|permissions)(?: required| needed)?)$/),
  );
  readSeverity(draft);
  take(draft, 'tier', /^(?:service )?tier$/, ({ text }) => {
    const tier = /^(?:tier\s?)?([1-3])$/i.exec(text)?.[1];
    return tier === undefined ? undefined : { value: Number(tier), whole: true };
  });
}

const alertName = /^[A-Za-z][A-Za-z0-9]*[a-z0-9][A-Z][A-Za-z0-9]*$/;
const LONGEST = 300;

/** The items of a section's list, where each is one line. */
function listed(draft: Draft, words: RegExp): string[] | undefined {
  const items = itemsOf(sectionOf(draft, words)).map(({ text }) => text);
  const short = items.every((text) => text !== '' && text.length <= LONGEST);
  return items.length > 0 && short ? items : undefined;
}

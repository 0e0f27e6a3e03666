import { standardAddress, standardRules } from '../domain/standard/registry.ts';
import { handbook } from './handbook.ts';
import { digestOf } from './pages-data.ts';
import { settingsOf } from './settings.ts';
import { ruleView } from './views/standard/rule.ts';

/** The pages of all rules of the standard, each with the digest of what it shows. */
export function standardPages() {
  const book = handbook();
  const settings = settingsOf(book);
  return standardRules.map((rule) => {
    const view = ruleView(rule, book);
    return {
      params: { rule: standardAddress(rule.id).split('/')[2] ?? '' },
      props: { view },
      cacheKey: digestOf(view, settings),
    };
  });
}

import type { Asked } from './ask.ts';
import type { Name, NameKind, Page, Result } from './model.ts';
import { compact, plainText, tokensOf } from './terms.ts';

/** What of a page's names answers best; null where only its text does. */
function nameReason(page: Page, plain: string, asked: readonly Asked[]): Name | null {
  const key = compact(plain);
  const exact = page.names.find(({ text }) => compact(text) === key);
  if (exact) return exact;
  const wanted = new Map<string, number>();
  for (const { spellings, counts } of asked)
    for (const { term, sure } of spellings)
      wanted.set(term, Math.max(wanted.get(term) ?? 0, counts ? sure : sure * 2));
  let best: Name | null = null;
  let most = 0;
  for (const name of page.names) {
    const terms = new Set(
      tokensOf(plainText(name.text)).flatMap(({ parts, whole }) => [...parts, ...whole]),
    );
    let sum = 0;
    for (const term of terms) sum += wanted.get(term) ?? 0;
    const worth = sum * order[name.kind];
    if (worth > most) [most, best] = [worth, name];
  }
  return best;
}

const order: Readonly<Record<NameKind, number>> = {
  alert: 1.3,
  title: 1.25,
  term: 1.2,
  error: 1.1,
  symptom: 1.1,
  alias: 1,
  heading: 0.9,
  id: 0.7,
  path: 0.7,
};

/** What was recognised: a name, or words of the text. */
export function reasonOf(
  page: Page,
  plain: string,
  asked: readonly Asked[],
  named: number,
): Pick<Result, 'why'> & { anchor: string | null } {
  const name = named > 0.3 ? nameReason(page, plain, asked) : null;
  if (name) return { why: { kind: name.kind, text: name.text }, anchor: name.anchor };
  const words = [...new Set(asked.filter(({ counts }) => counts).map(({ token }) => token.text))];
  return { why: { kind: 'text', text: words.slice(0, 6).join(' ') }, anchor: null };
}

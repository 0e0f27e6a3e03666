import { pointFinder } from '../../identifiers/points.ts';
import { SECRETS, unwantedIn } from '../../identifiers/secrets.ts';
import { at, type Problem } from '../../problems/problem.ts';
import { defineRule, problemOf } from '../rule.ts';

/** Its findings are made while files are read. */
export const secrets = defineRule({
  id: 'secrets',
  title: 'No password, key or token',
  why: 'A handbook is copied to laptops, archives and printers. A key in it opens the system for everybody who ever had a copy, and a commit keeps it after it is taken out. What is plainly no value may stand: a name in angle brackets, a variable, stars, `changeme`, the name or path of the item in the secret store. Values in base64 or broken over lines, and what was removed since, are told by rule DAT-06 and by `scan`.',
  severity: 'error',
  sensitive: true,
  messages: {
    value: {
      message: 'This looks like {kind}.',
      fix: 'If it is real, revoke it first: it stands in the history too. Then write the name of the item in the secret store. In an example write a placeholder such as `<password>`.',
    },
  },
});

/** The secrets in a text, one for each line. */
export function secretsIn(text: string, path: string): Problem[] {
  const places = unwantedIn(text, SECRETS);
  if (places.length === 0) return [];
  const pointOf = pointFinder(text);
  const ofLine = new Map<number, Problem>();
  for (const { offset, kind } of places) {
    const point = pointOf(offset);
    if (ofLine.has(point.line)) continue;
    const finding = { messageId: 'value', path, position: at(point), args: { kind } } as const;
    ofLine.set(point.line, problemOf(secrets, finding));
  }
  return [...ofLine.values()];
}

import type { Entry } from '../../domain/graph/corpus.ts';
import { isUnfinished, originOf } from '../../domain/graph/imported.ts';
import { type FieldSchema, fieldName, fieldSchema } from '../../domain/graph/relations.ts';
import type { LocatedProblem } from '../../domain/problems/problem.ts';
import type { Handbook } from '../handbook.ts';
import { counted } from './days.ts';
import { labelOf } from './words.ts';

/** Where a document was brought in from, and how far it is finished here. */
export interface OriginView {
  /** Path in its source; null where this copy may not tell it. */
  readonly from: string | null;
  /** The first letters of the commit. */
  readonly commit: string | null;
  readonly reviewed: boolean;
  /** What it lacks, each with what it would tell. */
  readonly missing: readonly { readonly label: string; readonly about: string }[];
  /** What stood at its head and has no field here. */
  readonly rest: readonly { readonly name: string; readonly value: string }[];
}

/** The origin of a document; null where somebody wrote it here. */
export function originView(
  entry: Entry,
  { problems }: Pick<Handbook, 'problems'>,
): OriginView | null {
  const origin = originOf(entry);
  if (origin === null) return null;
  const own = problemsByPath(problems).get(entry.path) ?? [];
  return {
    from: origin.from,
    commit: origin.commit?.slice(0, 7) ?? null,
    reviewed: !isUnfinished(entry),
    missing: [...missingFields(entry, own), ...missingSections(entry), ...dead(own)],
    rest: Object.entries(origin.fields).map(([name, value]) => ({ name, value })),
  };
}

const known = new WeakMap<
  readonly LocatedProblem[],
  ReadonlyMap<string, readonly LocatedProblem[]>
>();

function problemsByPath(
  problems: readonly LocatedProblem[],
): ReadonlyMap<string, readonly LocatedProblem[]> {
  const byPath = known.get(problems) ?? Map.groupBy(problems, ({ path }) => path);
  known.set(problems, byPath);
  return byPath;
}

type Missing = OriginView['missing'];

/** From the check of the whole document: a copy may lack a field that the document has. */
function missingFields(entry: Entry, problems: readonly LocatedProblem[]): Missing {
  return problems.flatMap(({ ruleId, messageId, position }) => {
    if (ruleId !== 'schema' || !['missing', 'empty'].includes(messageId)) return [];
    if (position.kind !== 'field') return [];
    const about = position.path.reduce<FieldSchema>(
      (at, key) => (typeof key === 'number' ? at.items : at.properties?.[key]) ?? {},
      fieldSchema(entry.type),
    ).description;
    return [{ label: labelOf(fieldName(position.path)), about: about ?? '' }];
  });
}

function missingSections({ type, outline }: Entry): Missing {
  const written = new Set(
    (outline?.sections ?? [])
      .filter(({ words }) => words > 0)
      .map(({ text }) => text.trim().toLowerCase()),
  );
  const absent = type.sections.filter(({ title }) => !written.has(title.toLowerCase()));
  if (absent.length === 0) return [];
  const label = absent.length === 1 ? 'A section' : 'Sections';
  return [{ label, about: `${absent.map(({ title }) => title).join(', ')}.` }];
}

/** What leads nowhere, counted: the words of such findings may name what this copy does not hold. */
function dead(problems: readonly LocatedProblem[]): Missing {
  const count = (...rules: readonly string[]) =>
    problems.filter(({ ruleId, messageId }) => rules.includes(ruleId) && messageId !== 'moved')
      .length;
  const links = count('links', 'anchors', 'references', 'files');
  const pictures = count('images');
  return [
    ...(links > 0 ? [{ label: 'Links', about: `${counted(links, 'link')} to nothing.` }] : []),
    ...(pictures > 0
      ? [
          {
            label: 'Pictures',
            about: `${counted(pictures, 'picture')} gone or without a description.`,
          },
        ]
      : []),
  ];
}

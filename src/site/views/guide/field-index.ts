import { types } from '../../../domain/documents/registry.ts';
import { guideAddress } from '../../../domain/graph/addresses.ts';
import { compareText } from '../../../domain/problems/problem.ts';
import { type FieldRow, fieldReference } from './fields.ts';

/** A field under its name, with the types that have it in this form. */
export interface IndexedField {
  readonly row: FieldRow;
  readonly anchor: string;
  readonly places: readonly { readonly label: string; readonly href: string }[];
  /** Where it is explained, if nearly every document has it. */
  readonly common: string | null;
}

interface Use {
  readonly row: FieldRow;
  readonly label: string;
  readonly href: string;
  readonly isCommon: boolean;
}

/** Every field of every type by name; the same name with other values is a line of its own. */
export function fieldIndex(): IndexedField[] {
  const uses = types.flatMap((type) => {
    const { own, common } = fieldReference(type);
    const use =
      (isCommon: boolean) =>
      (row: FieldRow): Use => ({
        row,
        label: type.label,
        href: `${guideAddress(type)}#${row.anchor}`,
        isCommon,
      });
    return [...own.map(use(false)), ...common.map(use(true))];
  });
  const groups = Map.groupBy(uses, ({ row, isCommon }) =>
    JSON.stringify([row.name, row.words, row.values, row.links, isCommon]),
  );
  const seen = new Map<string, number>();
  return [...groups.values()]
    .map((group) => group as [Use, ...Use[]])
    .sort(([a], [b]) => compareText(a.row.name, b.row.name))
    .map(([first, ...others]) => {
      const number = (seen.get(first.row.anchor) ?? 0) + 1;
      seen.set(first.row.anchor, number);
      return {
        row: first.row,
        anchor: number === 1 ? first.row.anchor : `${first.row.anchor}-${number}`,
        places: [first, ...others].map(({ label, href }) => ({ label, href })),
        common: first.isCommon ? first.href : null,
      };
    });
}

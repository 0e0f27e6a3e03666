import type { StandardContext } from '../rule.ts';
import { bare, type VendorMarks } from './vendor-routes.ts';

/** Somebody who must approve changes, as a CODEOWNERS file names them. */
export interface CodeOwner {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly pattern: string;
  /** `@user`, `@organisation/team` or a mail address. */
  readonly owner: string;
}

const PLACES = ['CODEOWNERS', '.github/CODEOWNERS', '.gitlab/CODEOWNERS', 'docs/CODEOWNERS'];

/** Every owner of the CODEOWNERS files of the content folder, wherever one is kept. */
export const codeOwnersOf = ({ fileOf }: Pick<StandardContext, 'fileOf'>): CodeOwner[] =>
  PLACES.flatMap((path) => {
    const lines = fileOf(path)?.text?.split('\n') ?? [];
    return lines.flatMap((text, index) =>
      ownersIn(text).map((one) => ({ path, line: index + 1, ...one })),
    );
  });

/** The owners of one line; a comment or a heading of a section has none. */
function ownersIn(text: string): Pick<CodeOwner, 'column' | 'pattern' | 'owner'>[] {
  const rule = text.replace(/(^|\s)#.*$/, '');
  const [pattern = ''] = rule.trim().split(/\s+/);
  return [...rule.matchAll(/(?<=\s)\S*@\S+/g)].map((found) => ({
    column: found.index + 1,
    pattern,
    owner: found[0],
  }));
}

/** Whether an owner is of the vendor: a person of it, an address or an organisation in its name. */
export function isVendorOwner(owner: string, { domains, accounts }: VendorMarks): boolean {
  const name = bare(owner);
  const [group = ''] = name.split('/');
  const domain = name.split('@')[1];
  if (accounts.has(name)) return true;
  if (domain !== undefined)
    return domains.some((one) => domain === one || domain.endsWith(`.${one}`));
  return (
    owner.includes('/') &&
    domains.some((one) => squeezed(one.split('.')[0] ?? '') === squeezed(group))
  );
}

const squeezed = (name: string): string => name.replaceAll(/[^a-z0-9]/g, '');

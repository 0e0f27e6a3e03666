import { typeNamed, typeOfFolder } from '../../src/domain/documents/registry.ts';
import { addresses } from './pages.ts';

/** One page of each kind: a document of each type, one index, and the pages of the handbook itself. */
export const kinds: readonly string[] = [
  ...new Map(addresses.toReversed().map((address) => [kindOf(address), address])).values(),
].sort();

function kindOf(address: string): string {
  const [folder = '', document, inside] = address.split('/').filter(Boolean);
  if (folder === 'guide') return guideKindOf(document ?? '', inside);
  if (document !== undefined || folder.endsWith('.html')) return folder;
  return folder !== '' && typeOfFolder(folder) ? 'index' : `/${folder}`;
}

/** Pages of the guide are drawn alike for all types and for all decisions. */
function guideKindOf(page: string, inside: string | undefined): string {
  if (inside !== undefined) return `guide/${page}/`;
  return typeNamed(page) ? 'guide/type' : `guide/${page}`;
}

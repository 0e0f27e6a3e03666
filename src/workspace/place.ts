import { type Finding, problemOf, withArticle } from '../domain/checks/rule.ts';
import { fileName } from '../domain/checks/rules/file-name.ts';
import type { TypeDefinition } from '../domain/documents/define.ts';
import { typeNamed, typeOfFolder, types } from '../domain/documents/registry.ts';
import { type Problem, wholeFile } from '../domain/problems/problem.ts';
import { suggest } from '../domain/problems/suggest.ts';

export type Place =
  | { readonly kind: 'entry'; readonly type: TypeDefinition }
  | { readonly kind: 'asset' }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** What a repository has at its top, and no reader of the handbook needs. */
const REPOSITORY_FILES = /^(readme|licen[cs]e|contributing|changelog)(\.|$)/i;

/** What a file is by its folder and ending. */
export function placeOf(path: string): Place {
  const [, stem = '', ending = ''] = /^(.*?)(?:\.([^./]+))?$/s.exec(path) ?? [];
  const folder = path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
  if (folder === '' && REPOSITORY_FILES.test(path)) return { kind: 'asset' };
  const isDocument = /^(mdx?|markdown)$/i.test(ending);
  const isRecord = /^ya?ml$/i.test(ending);
  const type = folder === '' ? typeNamed(stem) : typeOfFolder(folder);
  const known = type !== undefined && type.folder === folder ? type : undefined;
  const problem = (
    finding: Omit<Finding<'ending' | 'top' | 'folder' | 'folderNear'>, 'path' | 'position'>,
  ): Place => ({
    kind: 'problem',
    problem: problemOf(fileName, { path, position: wholeFile, ...finding }),
  });
  if (!isDocument && !isRecord) return { kind: 'asset' };
  if (!known) {
    const folders = types.map((one) => one.folder).filter(Boolean);
    if (folder === '') return problem({ messageId: 'top', args: { folders: folders.join(', ') } });
    const near = suggest(folder, folders);
    return near === null
      ? problem({
          messageId: 'folder',
          args: { folder, folders: folders.join(', ') },
        })
      : problem({
          messageId: 'folderNear',
          args: { folder, expected: path.replace(folder, near) },
        });
  }
  if (ending === known.format) return { kind: 'entry', type: known };
  if (isRecord && known.format === 'mdx') return { kind: 'asset' };
  const args = {
    label: withArticle(known.label),
    format: known.format,
    expected: `${stem.split('/').at(-1)}.${known.format}`,
  };
  return problem({ messageId: 'ending', args });
}

/** The type of the documents at a path of one. */
export function typeAt(path: string): TypeDefinition {
  const place = placeOf(path);
  if (place.kind === 'entry') return place.type;
  throw new Error(`No type keeps its documents at ${path}`);
}

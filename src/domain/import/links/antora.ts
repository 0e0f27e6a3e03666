const FOLDERS: Readonly<Record<string, string>> = {
  page: 'pages',
  partial: 'partials',
  example: 'examples',
  image: 'images',
  attachment: 'attachments',
};

/** Whether a file is a piece for others: a name that begins with an underscore, or the folders of Antora for pieces. */
export const isPartial = (path: string): boolean =>
  /(?:^|\/)_[^/]*$/.test(path) ||
  /(?:^|\/)_(?:attributes|partials|includes|snippets|examples)\//.test(path) ||
  /(?:^|\/)modules\/[^/]+\/(?:partials|examples)\//.test(path);

/**
 * Where in the source a resource of Antora stands that is named `version@component:module:family$path`, seen
 * from a file of a module; null where that stands in none, or the name leads to another component.
 */
export function antoraPath(id: string, from: string, family: string): string | null {
  const [, top, module, here] = /^((?:.*\/)?modules\/)([^/]+)\/(?:([^/]+)\/)?/.exec(from) ?? [];
  const [, scope = '', name, rest = ''] =
    /^(?:[\w.-]+@)?((?:[\w.-]*:){0,2})(?:(\w+)\$)?([^:$]+)$/.exec(id) ?? [];
  const [named, ...others] = scope.split(':').slice(0, -1);
  if (top === undefined || rest === '' || others.length > 0) return null;
  // A plain path in an include or a link of a piece is seen from the file itself.
  const isPlain = named === undefined && name === undefined;
  // The list of pages stands at the top of its module.
  const isPage = here === 'pages' || here === undefined;
  if (isPlain && family === 'pages' && (rest.startsWith('.') || !isPage)) return null;
  const folder = name === undefined ? family : FOLDERS[name];
  if (folder === undefined) return null;
  return `${top}${named || module}/${folder}/${rest.replace(/^\.?\//, '')}`;
}

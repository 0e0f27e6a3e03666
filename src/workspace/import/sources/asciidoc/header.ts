/** Attributes that tell a site's generator how to draw, and nothing of the document. */
const TECHNICAL = new RegExp(
  `^(?:${[
    ...[
      'toc.*',
      'icons',
      'sect.*',
      'source-.*',
      'highlightjs.*',
      '.*dir',
      '.*-caption',
      'id(?:prefix|separator)',
    ],
    ...[
      'experimental',
      'doctype',
      'docinfo.*',
      'nofooter',
      'linkattrs',
      'stem',
      'env.*',
      'xrefstyle',
      'hide-.*',
    ],
    ...[
      'compat-mode',
      'data-uri',
      'numbered',
      'partnums',
      'leveloffset',
      'outfilesuffix',
      'relfile.*',
      'linkcss',
    ],
    ...[
      'stylesheet',
      'rouge-.*',
      'coderay-.*',
      'pygments-.*',
      'tabsize',
      'encoding',
      'lang',
      'reproducible',
    ],
    ...[
      'page-layout',
      'uri-.*',
      'url-.*',
      '.*-url',
      'github.*',
      'kroki.*',
      'hardbreaks.*',
      'table-.*',
    ],
  ].join('|')})$`,
  'i',
);

/** What the header of a document says of it: author, revision and attributes of its own. */
export function headerOf(text: string): Record<string, string> {
  const [head = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n[ \t]*\r?\n/, 1);
  const lines = head.slice(0, 20_000).split(/\r?\n/);
  const title = lines.findIndex((line) => /^[=#] \S/.test(line));
  const below = title < 0 ? [] : lines.slice(title + 1);
  const [author = '', revision = ''] = below.filter((line) => !/^(?::|\/\/)/.test(line));
  return {
    ...(isAuthor(author) ? { author: author.trim(), ...revisionIn(revision) } : {}),
    ...Object.fromEntries(lines.flatMap(attributeIn)),
  };
}

function attributeIn(line: string): [string, string][] {
  const [, name, value] = /^:([\w-]{1,60}):\s+(\S.*)$/.exec(line) ?? [];
  return name === undefined || value === undefined || TECHNICAL.test(name)
    ? []
    : [[name, value.trim()]];
}

/** `Given Family <mail>; Another One`: what stands below a title and is no directive of a block. */
const isAuthor = (line: string): boolean =>
  /^\p{L}[\p{L}\p{M}\p{N}.'’_ -]{0,100}(?:<[^<>]{1,100}>)?(?:;.{0,200})?$/u.test(line.trim());

/** `v1.2, 2026-01-31: remark`. */
function revisionIn(line: string): Record<string, string> {
  const [, number, date, remark] =
    /^(?:v?(\d[\w.-]{0,40}),?)?\s*([^:]{4,40})?(?::\s*(.{1,300}))?$/.exec(line.trim()) ?? [];
  const known = { revision: number, date: date?.trim(), remark };
  return Object.fromEntries(
    Object.entries(known).filter((one): one is [string, string] => Boolean(one[1])),
  );
}

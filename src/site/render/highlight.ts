import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { type Placeholder, placeholdersIn } from '../runbook/placeholders.ts';
import { type HtmlNode, h } from './hast.ts';

/** Languages that documents of this field are written in; others are shown without colours. */
const languages = {
  bash: () => import('shiki/langs/bash.mjs'),
  css: () => import('shiki/langs/css.mjs'),
  csv: () => import('shiki/langs/csv.mjs'),
  diff: () => import('shiki/langs/diff.mjs'),
  docker: () => import('shiki/langs/docker.mjs'),
  html: () => import('shiki/langs/html.mjs'),
  http: () => import('shiki/langs/http.mjs'),
  ini: () => import('shiki/langs/ini.mjs'),
  java: () => import('shiki/langs/java.mjs'),
  javascript: () => import('shiki/langs/javascript.mjs'),
  json: () => import('shiki/langs/json.mjs'),
  powershell: () => import('shiki/langs/powershell.mjs'),
  python: () => import('shiki/langs/python.mjs'),
  sql: () => import('shiki/langs/sql.mjs'),
  toml: () => import('shiki/langs/toml.mjs'),
  typescript: () => import('shiki/langs/typescript.mjs'),
  xml: () => import('shiki/langs/xml.mjs'),
  yaml: () => import('shiki/langs/yaml.mjs'),
} as const;

type Language = keyof typeof languages;

const otherNames: Readonly<Record<string, Language>> = {
  console: 'bash',
  dockerfile: 'docker',
  js: 'javascript',
  jsonc: 'json',
  ps1: 'powershell',
  py: 'python',
  sh: 'bash',
  shell: 'bash',
  ts: 'typescript',
  yml: 'yaml',
};

/** Short class of each token colour, so that no style attribute reaches a page. */
const classes: Readonly<Record<string, string>> = {
  'token-comment': 't-comment',
  'token-constant': 't-constant',
  'token-deleted': 't-deleted',
  'token-function': 't-function',
  'token-inserted': 't-inserted',
  'token-keyword': 't-keyword',
  'token-link': 't-string',
  'token-parameter': 't-parameter',
  'token-punctuation': 't-punctuation',
  'token-string': 't-string',
  'token-string-expression': 't-string',
};

const THEME = 'css-variables';

let highlighter: Promise<HighlighterCore> | undefined;

const start = () =>
  createHighlighterCore({
    themes: [createCssVariablesTheme({ name: THEME, variablePrefix: '--c-', fontStyle: false })],
    langs: [],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });

const isLanguage = (name: string): name is Language => Object.hasOwn(languages, name);

/** Code as coloured spans; where the language is not known, plain text with its placeholders marked. */
export async function highlight(
  code: string,
  name: string,
): Promise<readonly (HtmlNode | string)[]> {
  const language = otherNames[name] ?? name;
  if (code.length > MAX_LENGTH) return [code];
  const places = placeholdersIn(code, name);
  if (!isLanguage(language)) return spans(withPlaceholders([], places), code);
  highlighter ??= start();
  const shiki = await highlighter;
  if (!shiki.getLoadedLanguages().includes(language))
    await shiki.loadLanguage(languages[language]());
  const { tokens } = shiki.codeToTokens(asWords(code, places), {
    lang: language,
    theme: THEME,
    tokenizeTimeLimit: 2_000,
  });
  return spans(
    withPlaceholders(
      tokens.flat().map(({ offset, content, color }) => ({
        start: offset,
        end: offset + content.length,
        name: classes[/--c-([a-z-]+)/.exec(color ?? '')?.[1] ?? ''] ?? '',
      })),
      places,
    ),
    code,
  );
}

/** The code with a word of the same length in place of each placeholder, which a grammar would take for two redirections. */
const asWords = (code: string, places: readonly Placeholder[]): string =>
  places.reduce(
    (text, { start, end }) => text.slice(0, start) + 'x'.repeat(end - start) + text.slice(end),
    code,
  );

interface Token {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** The tokens, with each placeholder as one of its own. */
function withPlaceholders(
  tokens: readonly Token[],
  places: readonly Omit<Token, 'name'>[],
): readonly Token[] {
  if (places.length === 0) return tokens;
  const own = places.map((place) => ({ ...place, name: 't-placeholder' }));
  const rest = tokens.flatMap((token) =>
    places
      .filter(({ start, end }) => start < token.end && end > token.start)
      .reduce<Token[]>(
        (parts, { start, end }) =>
          parts.flatMap((part) => [
            { ...part, end: Math.min(part.end, start) },
            { ...part, start: Math.max(part.start, end) },
          ]),
        [token],
      )
      .filter(({ start, end }) => start < end),
  );
  return [...own, ...rest].sort((a, b) => a.start - b.start);
}

/** Longer code is data; colours cost more than they tell. */
const MAX_LENGTH = 50_000;

function spans(tokens: readonly Token[], code: string): (HtmlNode | string)[] {
  const out: { name: string; text: string }[] = [];
  const add = (name: string, text: string) => {
    const last = out.at(-1);
    const joins = last?.name !== 't-placeholder' && (last?.name === name || text.trim() === '');
    if (last && joins) last.text += text;
    else if (text !== '') out.push({ name, text });
  };
  let done = 0;
  for (const { start, end, name } of tokens) {
    add('', code.slice(done, start));
    add(name, code.slice(start, end));
    done = end;
  }
  add('', code.slice(done));
  return out.map(({ name, text }) =>
    name === '' ? text : h('span', { className: [name] }, [text]),
  );
}

import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
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

/** Code as coloured spans; plain text where the language is not known. */
export async function highlight(
  code: string,
  name: string,
): Promise<readonly (HtmlNode | string)[]> {
  const language = otherNames[name] ?? name;
  if (!isLanguage(language) || code.length > MAX_LENGTH) return [code];
  highlighter ??= start();
  const shiki = await highlighter;
  if (!shiki.getLoadedLanguages().includes(language))
    await shiki.loadLanguage(languages[language]());
  const { tokens } = shiki.codeToTokens(code, {
    lang: language,
    theme: THEME,
    tokenizeTimeLimit: 2_000,
  });
  return spans(tokens);
}

/** Longer code is data; colours cost more than they tell. */
const MAX_LENGTH = 50_000;

function spans(
  lines: readonly (readonly { content: string; color?: string | undefined }[])[],
): (HtmlNode | string)[] {
  const out: { name: string; text: string }[] = [];
  const add = (name: string, text: string) => {
    const last = out.at(-1);
    if (last && (last.name === name || text.trim() === '')) last.text += text;
    else out.push({ name, text });
  };
  for (const [index, line] of lines.entries()) {
    if (index > 0) add('', '\n');
    for (const token of line)
      add(classes[/--c-([a-z-]+)/.exec(token.color ?? '')?.[1] ?? ''] ?? '', token.content);
  }
  return out.map(({ name, text }) =>
    name === '' ? text : h('span', { className: [name] }, [text]),
  );
}

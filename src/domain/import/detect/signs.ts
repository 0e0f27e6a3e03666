import { largest } from '../lists.ts';
import type { Facts } from './facts.ts';
import type { Kind, Sign, Telling } from './kind.ts';
import { isIndex, stands } from './page.ts';
import { headingWords, listed, wordsOf } from './words.ts';

/** Headings say much together and little alone; more than this they never say. */
const MOST_OF_HEADINGS = 5;
const NEAREST_FOLDER = 1;
const FARTHER_FOLDER = 0.85;
/** A README below a folder is a document of it where the folder holds nothing else for sure. */
const SURE_FOLDER = 3.5;

/** All that speaks for one type in a document. */
export const signsOf = (kind: Kind, facts: Facts): readonly Sign[] => [
  ...ofFolders(kind, facts),
  ...ofFrontmatter(kind, facts),
  ...best(kind.files, facts.words, (weight) => ({
    weight,
    reason: `the file is called ${facts.stem}`,
  })),
  ...best(kind.titles, headingWords(facts.title), (weight) => ({
    weight,
    reason: `its title is "${shortened(facts.title)}"`,
  })),
  ...ofHeadings(kind, facts),
  ...ofLabels(kind, facts),
  ...best(kind.openings, facts.opening.toLowerCase(), (weight) => ({
    weight,
    reason: `its first words are those of ${kind.called}`,
  })),
  ...(kind.more?.(facts) ?? []),
];

function ofFolders(kind: Kind, facts: Facts): Sign[] {
  if (stands(facts) === 'for its folder') return [];
  const signs = facts.folders.flatMap((folder, at) => {
    if (isIndex(facts) && at !== 1) return [];
    const share = at === 0 ? NEAREST_FOLDER : FARTHER_FOLDER;
    return best(kind.folders, folder, (weight) => ({
      weight: weight * share,
      reason: `the folder is called ${folder}`,
    })).filter(({ weight }) => !isIndex(facts) || weight > SURE_FOLDER);
  });
  return signs.sort((a, b) => b.weight - a.weight).slice(0, 1);
}

const naming = /^(?:doc(?:ument)?_?|content_?|page_?)?(?:type|kind|layout|template|class)$/i;
const grouping = /^(?:tags?|categor(?:y|ies)|keywords|labels?|topics?)$/i;

function ofFrontmatter(kind: Kind, facts: Facts): Sign[] {
  const signs: Sign[] = [];
  for (const [key, value] of Object.entries(facts.frontmatter)) {
    const weight = naming.test(key) ? 6 : grouping.test(key) ? 2 : 0;
    const named = weight > 0 && wordsIn(value).find((word) => kind.values.test(word));
    if (named) signs.push({ weight, reason: `its front matter says ${key}: ${named}` });
    else if (kind.keys.test(key))
      signs.push({ weight: 1.5, reason: `its front matter has ${key}` });
  }
  return signs.sort((a, b) => b.weight - a.weight).slice(0, 2);
}

const wordsIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one) =>
    typeof one === 'string' ? one.split(',').map(wordsOf) : [],
  );

function ofHeadings(kind: Kind, { headings }: Facts): Sign[] {
  const counted = new Set<string>();
  const found = kind.headings.flatMap(({ words, weight }) => {
    const heading = [...headings].find(([plain]) => !counted.has(plain) && words.test(plain));
    if (heading !== undefined) counted.add(heading[0]);
    return heading === undefined ? [] : [{ weight, text: heading[1] }];
  });
  if (found.length === 0) return [];
  const weight = found.reduce((sum, one) => sum + one.weight, 0);
  const names = found.map(({ text }) => shortened(text));
  return [
    {
      weight: Math.min(weight, MOST_OF_HEADINGS),
      reason: `it has the heading${names.length > 1 ? 's' : ''} ${listed(names)}`,
    },
  ];
}

function ofLabels(kind: Kind, { labels }: Facts): Sign[] {
  const found = kind.labels.flatMap(({ words, weight }) => {
    const label = [...labels].find(([name, value]) =>
      words.test(`${name}: ${value.toLowerCase()}`),
    );
    return label === undefined ? [] : [{ weight, label: `${label[0]}: ${shortened(label[1])}` }];
  });
  if (found.length === 0) return [];
  return [
    {
      weight: Math.min(
        found.reduce((sum, one) => sum + one.weight, 0),
        MOST_OF_HEADINGS,
      ),
      reason: `its head says ${listed(found.map(({ label }) => label))}`,
    },
  ];
}

function best(
  tellings: readonly Telling[],
  words: string,
  signOf: (weight: number) => Sign,
): Sign[] {
  const weights = tellings.filter((one) => one.words.test(words)).map(({ weight }) => weight);
  return weights.length === 0 ? [] : [signOf(largest(weights))];
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

import type { Element, Image } from '../../body/outline.ts';
import { endingOf } from '../../body/published.ts';
import type { Finding } from '../../checks/rule.ts';
import { typeNames } from '../../documents/registry.ts';
import type { Entry } from '../../graph/corpus.ts';
import { at, type Problem } from '../../problems/problem.ts';
import { counted } from '../facts/documents.ts';
import { all, none, type ProofId, proofMessages, proofOutcomes } from '../facts/proof-outcomes.ts';
import { defineStandardRule } from '../rule.ts';

type Id = 'unnamed' | 'thinPicture' | 'thinDiagram' | ProofId;

export const site02 = defineStandardRule<'SITE-02', Id>({
  id: 'SITE-02',
  title: 'Everybody can read every page',
  statement:
    'No page breaks WCAG 2.2 AA in an automated run, in both themes, at 320 pixels and at 200 % zoom; every picture and diagram says the same in words; each kind of page was walked through with the keyboard alone.',
  why: 'Somebody on call reads with a screen reader, or on a telephone at 200 % in the rain. A drawing without words tells them that there is something that they may not know.',
  sources: [{ source: 'wcag', clause: '1.1.1, 1.4.10, 2.1.1' }],
  appliesTo: typeNames,
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Describe each picture between the brackets, and each <Diagram> in its `description`: what it says, not what it is.',
    'Run an accessibility check on every page, in both themes, at 320 pixels and at 200 % zoom, and record it as a proof of kind `accessibility` with its report.',
    'By -60, walk through each kind of page with the keyboard alone, and record it as a proof of kind `keyboard`.',
  ],
  limits:
    'A run without findings is not the same as a page that a person can use: the keyboard walk is what comes nearest.',
  messages: {
    ...proofMessages,
    unnamed: { message: '{words}', fix: '{fix}' },
    thinPicture: {
      message: 'The picture is described as "{alt}", which does not tell what it shows.',
      fix: 'Say what somebody would learn from it: ![Queue depth rising from 40 to 3,000 in ten minutes]({url})',
    },
    thinDiagram: {
      message:
        'The diagram is described as "{description}", which does not say what its arrows say.',
      fix: 'Write sentences into `description` that tell the same without the drawing: who sends what to whom, and what happens when it fails.',
    },
  },
  examples: {
    ok: {
      path: 'systems/fax-gateway.mdx',
      text: '## Runtime\n\n![A fax is read by the worker, matched to a patient, and filed in the chart within two minutes.](./fax-path.svg)\n',
    },
    notOk: {
      path: 'systems/fax-gateway.mdx',
      text: '## Runtime\n\n![Fax diagram](./fax-path.svg)\n',
    },
  },
  *check(context) {
    yield* context.problems.filter(isUnnamed).map(unnamed);
    let described = 0;
    for (const entry of context.corpus.entries) {
      const found = [...thin(entry)];
      yield* found;
      const { images = [], elements = [] } = entry.outline ?? {};
      described += images.length + elements.filter(isDiagram).length - found.length;
    }
    if (described > 0)
      yield { evidence: `${counted(described, 'picture')} with words that say the same` };
    yield* proofOutcomes(context, 'accessibility', {
      figures: [none('violations'), all('pages tried')],
      how: 'Run an accessibility check on every page, in both themes, at 320 pixels and at 200 % zoom, and record it as a proof of kind `accessibility` with its report.',
    });
    yield* proofOutcomes(context, 'keyboard', {
      figures: [all('kinds of page walked through')],
      from: '-60',
      how: 'Walk through each kind of page with the keyboard alone, and record it as a proof of kind `keyboard` with your notes as its report.',
    });
  },
});

/** What `check` finds of pictures and diagrams without words. */
const isUnnamed = ({ ruleId, messageId, message }: Problem): boolean =>
  (ruleId === 'images' && messageId === 'alt') ||
  (ruleId === 'safe-content' && messageId === 'attributeMissing' && /<Diagram\b/.test(message));

const unnamed = ({ path, position, message, fix }: Problem): Finding<'unnamed'> => ({
  messageId: 'unnamed',
  path,
  position,
  args: { words: message, fix },
});

/** Words with which a picture of anything could be described. */
const EMPTY =
  /\b(?:an?|the|of|our|this|image|picture|photo|screen ?shots?|diagrams?|drawing|charts?|graph|figure|flow|overview|architecture|system|png|svg|jpe?g|webp|gif)\b|[\W_\d]+/gi;

/** Words that a picture needs at least, and a drawing. */
const FEWEST = { picture: 3, drawing: 8 };

function* thin({ path, outline }: Entry): Iterable<Finding<'thinPicture' | 'thinDiagram'>> {
  for (const image of outline?.images ?? []) {
    const { alt, url } = image;
    if (alt.trim() !== '' && isThinPicture(image))
      yield { messageId: 'thinPicture', path, position: at(image), args: { alt, url } };
  }
  for (const element of (outline?.elements ?? []).filter(isDiagram)) {
    const title = attribute(element, 'title');
    const description = attribute(element, 'description');
    if (description.trim() === '') continue;
    if (words(description) < FEWEST.drawing || description === title)
      yield { messageId: 'thinDiagram', path, position: at(element), args: { description } };
  }
}

/** A drawing needs sentences; of any picture something must be left without the words that fit all of them. */
function isThinPicture({ alt, url }: Image): boolean {
  const isDrawing = endingOf(url) === 'svg' || /\b(?:diagram|chart|topology|flow)\b/i.test(alt);
  const fewest = isDrawing ? FEWEST.drawing : FEWEST.picture;
  return words(alt) < fewest || alt.replaceAll(EMPTY, '') === '';
}

const isDiagram = ({ name }: Element): boolean => name === 'Diagram';

const attribute = ({ attributes }: Element, name: string): string =>
  attributes.find((one) => one.name === name)?.value ?? '';

const words = (text: string): number => text.match(/\p{L}[\p{L}\p{N}'’-]*/gu)?.length ?? 0;

import type { MdastNode } from 'satteri';
import { numberAt } from '../../../domain/graph/fields.ts';
import { counted, lengthOfTime } from '../days.ts';
import { drillStateOf } from '../standing.ts';
import type { Fact, Value } from '../values.ts';
import { linkTo } from '../values.ts';
import { dayOf, type Mark } from '../words.ts';
import { callsOf } from './calls.ts';
import { drillFacts, lastDrill, vendorWords } from './drill-facts.ts';
import type { Block, Form, FormInput, FormOf, Notice } from './form.ts';
import { linkList, markedLink, outgoingOf } from './links.ts';
import { fact, factAt, fieldNames, run, status, words } from './read.ts';
import { firstCode, firstWords, sectionOf, treeOf } from './text.ts';

const shown = fieldNames(
  'alerts symptoms impact_scope access_needed escalation target_minutes destructive',
);

/** A runbook: what it means, the first command, whom to call; then what rings and when it was last tried. */
export const runbookForm: FormOf = (input): Form => {
  const tree = treeOf(input.entry);
  const meaning = tree ? firstWords(sectionOf(tree, 'Meaning')) : null;
  return {
    shown,
    notices: dangerOf(input),
    lead: [
      ...(meaning === null ? [] : [{ kind: 'prose' as const, text: meaning }]),
      commandOf(input, tree),
      { kind: 'calls', title: 'Who to call', half: true, calls: callsOf(input) },
      { kind: 'facts', half: true, facts: factsOfRunbook(input) },
    ],
    replacesSummary: meaning !== null,
  };
};

const dangerOf = ({ entry }: FormInput): Notice[] =>
  entry.data['destructive'] === true
    ? [{ tone: 'bad', title: 'A step can lose data or cut off users.', text: null }]
    : [];

/** The first command of Diagnosis, else of the first section that has one. */
function commandOf({ entry }: FormInput, tree: MdastNode | null): Block {
  const title = 'First command';
  const sections = tree === null ? [] : (entry.outline?.sections ?? []);
  const diagnosis = sections.filter(({ text }) => text === 'Diagnosis');
  for (const { text, slug } of [...diagnosis, ...sections]) {
    const code = tree && firstCode(sectionOf(tree, text));
    if (code)
      return { kind: 'code', title, code, more: { href: `#${slug}`, text: `Read on in ${text}` } };
  }
  return { kind: 'prose', title, text: 'No command is written down yet.' };
}

function factsOfRunbook(input: FormInput): Fact[] {
  const { data } = input.entry;
  const target = numberAt(data, 'target_minutes');
  return [
    ...fact(
      'Alerts',
      linkList(outgoingOf(input, 'alerts.*'), markedLink) ?? words('None leads here'),
    ),
    ...factAt(input, 'symptoms', 'What people say'),
    ...factAt(input, 'impact_scope', 'Who is hit'),
    ...factAt(input, 'access_needed', 'Access to have'),
    ...fact('Service back within', target === null ? null : words(lengthOfTime(target))),
    ...fact('Last drilled', drillWords(input)),
  ];
}

function drillWords(input: FormInput): Value {
  const { entry, standard } = input;
  const found = standard && drillStateOf(entry, standard);
  const drill = found?.drill.entry ?? lastDrill(input);
  if (drill === null) return status({ text: 'Never drilled', tone: 'attention' });
  const facts = drillFacts({ ...input, entry: drill });
  const vendor = vendorWords(facts);
  const trouble = found?.trouble ?? null;
  const mark: Mark | null =
    trouble === null ? facts.result : { text: 'does not count', tone: 'attention' };
  return run(
    mark && status(mark),
    mark && ' ',
    { ...linkTo(drill), text: dayOf(facts.on) } as Value,
    facts.executor && ' by ',
    facts.executor && linkTo(facts.executor),
    facts.minutes === null ? null : ` in ${counted(facts.minutes, 'minute')}`,
    ...(vendor === null ? [] : ['; ', ...vendor]),
    trouble && `: it ${trouble}`,
  );
}

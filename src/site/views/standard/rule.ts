import { typeNamed } from '../../../domain/documents/registry.ts';
import { guideAddress } from '../../../domain/graph/addresses.ts';
import { comingFindings, openFindings, waivedFindings } from '../../../domain/readiness/parts.ts';
import { gateTitles } from '../../../domain/standard/gates.ts';
import {
  families,
  familyOf,
  standardAddress,
  standardRules,
} from '../../../domain/standard/registry.ts';
import type { Example, StandardMessage, StandardRule } from '../../../domain/standard/rule.ts';
import { type Source, sources } from '../../../domain/standard/sources.ts';
import type { LocatedReadiness } from '../../../workspace/judge.ts';
import type { Handbook } from '../../handbook.ts';
import type { Link } from '../forms/form.ts';
import type { Group } from '../navigation.ts';
import {
  type FindingView,
  findingView,
  type State,
  shownOf,
  withheldWords,
} from '../readiness/findings.ts';
import { type EvidenceView, evidenceView } from '../readiness/passes.ts';
import { type WaiverView, waiverViews } from '../readiness/waivers.ts';
import { dayOf, type Mark } from '../words.ts';
import { type SourceView, sourceView } from './overview.ts';
import { stagesWords, stateMark, titleOfRule, waivableWords } from './words.ts';

/** The page of one rule: what it asks for and why, and how this handbook stands. */
export interface RuleView {
  readonly id: string;
  readonly title: string;
  readonly family: { readonly title: string; readonly href: string };
  readonly statement: string;
  readonly why: string;
  readonly stages: string;
  readonly waivable: string;
  readonly types: readonly Link[];
  readonly satisfy: readonly string[];
  readonly limits: string | null;
  readonly sources: readonly (SourceView & { readonly clause: string | null })[];
  readonly messages: readonly MessageView[];
  readonly ok: Example | null;
  readonly notOk: Example | null;
  /** Null without a day. */
  readonly state: RuleStateView | null;
  readonly sidebar: readonly Group[];
}

interface MessageView {
  readonly message: string;
  readonly fix: string;
  /** From when it counts, or that it weighs less; null where it is as its rule. */
  readonly note: string | null;
}

/** How a handbook stands to one rule. */
interface RuleStateView {
  readonly asOf: string;
  readonly mark: Mark;
  readonly open: readonly FindingView[];
  /** What is found in documents outside the copy; null where nothing is. */
  readonly withheld: string | null;
  readonly coming: readonly { readonly title: string; readonly findings: readonly FindingView[] }[];
  readonly waived: readonly FindingView[];
  readonly doubts: readonly string[];
  readonly evidence: readonly EvidenceView[];
  readonly evidenceMore: number;
  readonly waivers: readonly WaiverView[];
}

type Book = Pick<Handbook, 'corpus' | 'readiness'>;

/** The view of a rule in a handbook. */
export function ruleView(own: StandardRule, book: Book): RuleView {
  const state = book.readiness?.rules.find(({ rule }) => rule.id === own.id);
  const rule = state?.rule ?? own;
  const family = familyOf(rule.id);
  return {
    id: rule.id,
    title: titleOfRule(rule),
    family: { title: families[family] ?? family, href: `/standard/#${family.toLowerCase()}` },
    statement: rule.statement,
    why: rule.why,
    stages: stagesWords(rule.stages),
    waivable: waivableWords[rule.waivable],
    types: typesOf(rule),
    satisfy: rule.satisfy,
    limits: rule.limits,
    sources: rule.sources.map(({ source, clause }) => ({
      ...sourceView(sources[source] as Source),
      clause: clause ?? null,
    })),
    messages: Object.values(rule.messages).map(messageView),
    ok: exampleOf(rule.examples.ok),
    notOk: exampleOf(rule.examples.notOk),
    state: state && book.readiness ? stateView(state, book.readiness, book) : null,
    sidebar: sidebarOf(family),
  };
}

/** Types beyond this number are not named one by one. */
const TYPES = 8;

const typesOf = ({ appliesTo }: StandardRule): Link[] =>
  appliesTo.length > TYPES
    ? []
    : appliesTo.flatMap((name) => {
        const type = typeNamed(name);
        return type ? [{ href: guideAddress(type), text: type.plural }] : [];
      });

const messageView = ({ message, fix, from, severity }: StandardMessage): MessageView => {
  const notes = [
    ...(severity === 'warning' ? ['always a warning'] : []),
    ...(from === undefined ? [] : [`from ${gateTitles[from].toLowerCase()}`]),
  ].join(', ');
  return { message, fix, note: notes === '' ? null : notes };
};

const exampleOf = (example: Example): Example | null => (example.text === '' ? null : example);

/** Findings and pieces of evidence that a page lists. */
const SHOWN = 50;

function stateView(state: State, readiness: LocatedReadiness, book: Book): RuleStateView | null {
  const mark = stateMark(state);
  if (mark === null) return null;
  const shown = (findings: State['findings']) =>
    shownOf(findings)
      .slice(0, SHOWN)
      .map((finding) => findingView(finding, book));
  return {
    asOf: dayOf(readiness.asOf),
    mark,
    open: shown(openFindings(state)),
    withheld: withheldWords(state.findings),
    coming: [...Map.groupBy(shownOf(comingFindings(state)), ({ from }) => from)].map(
      ([gate, findings]) => ({
        title: gateTitles[gate],
        findings: shown(findings),
      }),
    ),
    waived: shown(waivedFindings(state)),
    doubts: [...new Set(state.doubts.filter(({ due }) => due).map((one) => one.cannotTell))],
    evidence: state.evidence.slice(0, SHOWN).map((one) => evidenceView(one, book)),
    evidenceMore: Math.max(0, state.evidence.length - SHOWN),
    waivers: waiverViews(readiness, book).filter(({ rule }) => rule?.id === state.rule.id),
  };
}

const sidebarOf = (shown: string): Group[] => [
  { label: 'The standard', items: [{ label: 'All rules', link: '/standard/' }] },
  {
    label: families[shown] ?? shown,
    items: standardRules
      .filter(({ id }) => familyOf(id) === shown)
      .map((rule) => ({
        label: rule.title === '' ? rule.id : `${rule.id} ${rule.title}`,
        link: standardAddress(rule.id),
      })),
  },
];

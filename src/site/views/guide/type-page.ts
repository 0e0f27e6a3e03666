import { program } from '../../../domain/commands/define.ts';
import {
  aboutSection,
  type TypeDefinition,
  type TypeGuide,
} from '../../../domain/documents/define.ts';
import { typeNamed, types } from '../../../domain/documents/registry.ts';
import { addressOf, guideAddress, indexAddress } from '../../../domain/graph/addresses.ts';
import { type Entry, entriesOf, summaryOf } from '../../../domain/graph/corpus.ts';
import { fieldName, type Relation, relations } from '../../../domain/graph/relations.ts';
import { compareText } from '../../../domain/problems/problem.ts';
import type { Handbook } from '../../handbook.ts';
import { nameOf, toneOf } from '../words.ts';
import { type FieldReference, fieldReference } from './fields.ts';

interface Anchor {
  readonly label: string;
  readonly href: string;
}

/** Links of one kind: how they read, the fields that hold them, and the types at the other end. */
export interface LinkKind {
  readonly label: string;
  readonly fields: readonly string[];
  readonly types: readonly Anchor[];
  /** Instead of types: that any may stand at the other end, or nearly every one does. */
  readonly many: 'any document' | 'nearly every document' | null;
}

/** The page of the guide about one type. */
export interface TypePageView {
  readonly name: string;
  readonly title: string;
  readonly label: string;
  readonly purpose: string;
  readonly guide: TypeGuide;
  readonly not: readonly { readonly what: string; readonly instead: Anchor | null }[];
  /** Good documents of the type in this handbook, and the list of all. */
  readonly here: readonly (Anchor & { readonly summary: string | null })[];
  readonly list: (Anchor & { readonly count: number }) | null;
  readonly command: string;
  readonly sections: readonly { readonly title: string; readonly about: string }[];
  readonly refersTo: readonly LinkKind[];
  readonly referredBy: readonly LinkKind[];
  readonly fields: FieldReference;
}

/** The view of a type's page in the guide. */
export function typePageView(type: TypeDefinition, handbook: Handbook): TypePageView {
  const count = entriesOf(handbook.corpus, type.name).length;
  return {
    name: type.name,
    title: `${type.label}: how to write one`,
    label: type.label,
    purpose: type.purpose,
    guide: type.guide,
    not: type.guide.not.map(({ what, instead }) => ({
      what,
      instead: instead === null ? null : anchorTo(instead),
    })),
    here: bestOf(type, handbook).map((entry) => ({
      label: nameOf(entry),
      href: addressOf(entry),
      summary: summaryOf(entry),
    })),
    list: type.folder === '' ? null : { label: type.plural, href: indexAddress(type), count },
    command: `${program} ${type.folder === '' ? 'init DIR' : `new ${type.name} "Title"`}`,
    sections: type.sections.map((section) => ({
      title: section.title,
      about: sentence(aboutSection(section)),
    })),
    refersTo: kindsOf(
      relations.filter(({ from }) => from === type.name),
      ({ label }) => label,
      ({ to }) => to,
    ),
    referredBy: kindsOf(
      relations.filter(({ to }) => to.includes(type.name) || to.includes('*')),
      ({ inverseLabel }) => inverseLabel,
      ({ from }) => [from],
    ),
    fields: fieldReference(type),
  };
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const anchorOf = (type: TypeDefinition): Anchor => ({
  label: type.label,
  href: guideAddress(type),
});

function anchorTo(name: string): Anchor {
  const type = typeNamed(name);
  if (!type) throw new Error(`The guide names the type ${name}, which nobody registered`);
  return anchorOf(type);
}

/** How many documents are named as models. */
const BEST = 3;

/** Documents to learn from: finished ones first, then those that are tied in best. */
function bestOf(type: TypeDefinition, { corpus, graph }: Handbook): readonly Entry[] {
  const rank = (entry: Entry) => {
    const isDone = toneOf(String(entry.data['status'])) === 'good' ? 1000 : 0;
    const links = graph.incoming(entry).length + graph.outgoing(entry).length;
    return isDone + links;
  };
  return entriesOf(corpus, type.name)
    .sort((a, b) => rank(b) - rank(a) || compareText(a.path, b.path))
    .slice(0, BEST);
}

/** More types than these are no list that anybody reads. */
const MOST = 12;

function kindsOf(
  all: readonly Relation[],
  labelOf: (relation: Relation) => string,
  endsOf: (relation: Relation) => readonly string[],
): LinkKind[] {
  return [...Map.groupBy(all, labelOf)].map(([label, group]) => {
    const ends = new Set(group.flatMap(endsOf));
    return {
      label,
      fields: [...new Set(group.map(({ field }) => fieldName(field)))],
      types: ends.size > MOST ? [] : types.filter(({ name }) => ends.has(name)).map(anchorOf),
      many: ends.has('*') ? 'any document' : ends.size > MOST ? 'nearly every document' : null,
    };
  });
}

import type { Element } from '../../body/outline.ts';
import { componentNamed, components, htmlElements } from '../../components/catalogue.ts';
import type { Entry } from '../../graph/corpus.ts';
import { ofEntry } from '../../graph/once.ts';
import { at } from '../../problems/problem.ts';
import { suggest } from '../../problems/suggest.ts';
import { defineRule, type Finding } from '../rule.ts';

type MessageId =
  | 'picture'
  | 'pictureBroken'
  | 'pictureElement'
  | 'pictureCopies'
  | 'repository'
  | 'esm'
  | 'expression'
  | 'spread'
  | 'attributeExpression'
  | 'component'
  | 'componentNear'
  | 'element'
  | 'attribute'
  | 'attributeNear'
  | 'attributeValue'
  | 'attributeMissing';

export const safeContent = defineRule<MessageId>({
  id: 'safe-content',
  title: 'Documents are data, not code',
  why: 'A pull request to a handbook must not be able to run code in CI or in a reader’s browser.',
  severity: 'error',
  messages: {
    esm: {
      message: 'A document cannot import or export: it is data, not code.',
      fix: 'Delete the line; components need no import. If it is prose, begin the line with another word.',
    },
    expression: {
      message: 'A document cannot hold expressions: `{{source}}` would run as code.',
      fix: 'Put it in backticks, or write \\{ for a brace.',
    },
    spread: {
      message: '<{name}> takes no {...}: it would run as code.',
      fix: 'Write each attribute out: name="value".',
    },
    attributeExpression: {
      message: 'The attribute `{attribute}` of <{name}> holds an expression.',
      fix: 'Write its value in quotes: {attribute}="..."',
    },
    picture: {
      message: 'The picture holds {what}, which a browser would run or load.',
      fix: 'Save it as plain SVG, which only draws, or as PNG.',
    },
    pictureBroken: {
      message: 'The picture is no SVG that can be read: {what}.',
      fix: 'Save it anew as plain SVG, or as PNG.',
    },
    pictureElement: {
      message: 'The picture holds the element {what}, which is no part of a plain drawing.',
      fix: 'Save it as plain SVG, without links and animations, or as PNG.',
    },
    pictureCopies: {
      message:
        'The picture copies parts that are copies themselves, or too many: drawing it can stop a browser.',
      fix: 'Ungroup the copies, or save it as PNG.',
    },
    repository: {
      message:
        'The folder of this file is a git repository of its own: git would believe its history and run what its settings name.',
      fix: 'Delete it. If its files are evidence, keep them as a bundle or an archive.',
    },
    component: {
      message: 'There is no component <{name}>.',
      fix: 'Use one of: {names}. Or put the text in backticks.',
    },
    componentNear: {
      message: 'There is no component <{name}>; did you mean <{expected}>?',
      fix: 'Write: <{expected}>',
    },
    element: {
      message: 'The HTML element <{name}> is not allowed in a document.',
      fix: 'Say it in Markdown or with a component; what is meant literally goes in backticks.',
    },
    attribute: {
      message: '<{name}> takes no attribute `{attribute}`.',
      fix: 'Delete it; it takes: {names}.',
    },
    attributeNear: {
      message: '<{name}> takes no attribute `{attribute}`; did you mean `{expected}`?',
      fix: 'Write: {expected}="..."',
    },
    attributeValue: {
      message: 'The attribute `{attribute}` of <{name}> cannot be "{value}".',
      fix: 'Write one of: {names}.',
    },
    attributeMissing: {
      message: '<{name}> needs the attribute `{attribute}`.',
      fix: 'Write: <{name} {attribute}="...">',
    },
  },
  check: ({ corpus }) => corpus.entries.flatMap(findingsOf),
});

const findingsOf = ofEntry((entry) => [...checkEntry(entry)]);

function* checkEntry(entry: Entry): Generator<Finding<MessageId>> {
  for (const code of entry.outline?.code ?? []) {
    const messageId = code.kind === 'esm' ? 'esm' : 'expression';
    yield {
      messageId,
      path: entry.path,
      position: at(code),
      args: { source: code.source.trim().slice(0, 40) },
    };
  }
  for (const element of entry.outline?.elements ?? []) yield* checkElement(entry, element);
}

function* checkElement(entry: Entry, element: Element): Generator<Finding<MessageId>> {
  const where = { path: entry.path, position: at(element) };
  const component = componentNamed(element.name);
  if (!component && !htmlElements.has(element.name)) {
    yield { ...where, ...unknown(element.name) };
    return;
  }
  const known = component?.attributes ?? [{ name: 'title', description: '' }];
  const names = known.map(({ name }) => name).join(', ') || 'none';
  for (const { name: attribute, value } of element.attributes) {
    const definition = known.find(({ name }) => name === attribute);
    const args = { name: element.name, attribute, names, value: value ?? '' };
    const expected = suggest(
      attribute,
      known.map(({ name }) => name),
    );
    if (attribute === '{...}') yield { messageId: 'spread', ...where, args };
    else if (value === undefined) yield { messageId: 'attributeExpression', ...where, args };
    else if (!definition) {
      yield expected === null
        ? { messageId: 'attribute', ...where, args }
        : { messageId: 'attributeNear', ...where, args: { ...args, expected } };
    } else if (
      'values' in definition &&
      definition.values &&
      !definition.values.includes(value ?? '')
    ) {
      yield {
        messageId: 'attributeValue',
        ...where,
        args: { ...args, names: definition.values.join(', ') },
      };
    }
  }
  for (const definition of component?.attributes ?? []) {
    const given = element.attributes.find(({ name }) => name === definition.name);
    // An expression is told as such; a quoted value has to say something.
    const empty = given === undefined || (given.value !== undefined && !given.value?.trim());
    if (definition.required && empty) {
      yield {
        messageId: 'attributeMissing',
        ...where,
        args: { name: element.name, attribute: definition.name },
      };
    }
  }
}

function unknown(name: string): Pick<Finding<MessageId>, 'messageId' | 'args'> {
  if (/^[a-z]/.test(name)) return { messageId: 'element', args: { name } };
  const names = components.map((component) => component.name);
  const expected = suggest(name, names);
  return expected === null
    ? { messageId: 'component', args: { name, names: names.join(', ') } }
    : { messageId: 'componentNear', args: { name, expected } };
}

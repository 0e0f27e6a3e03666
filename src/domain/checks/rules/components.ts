import type { BreachId } from '../../components/define.ts';
import { at } from '../../problems/problem.ts';
import { defineRule } from '../rule.ts';

/** Given while files are read: whether a diagram can be drawn is known by the drawing. */
type DiagramId = 'kind' | 'line' | 'note' | 'directive' | 'size' | 'drawing';

export const components = defineRule<BreachId | DiagramId>({
  id: 'components',
  title: 'Components hold what they are made for',
  why: 'What a component was not made for is lost or misread on the page, by somebody who cannot know that it was there.',
  severity: 'error',
  messages: {
    inline: {
      message: '<{name}> stands inside a line of text.',
      fix: 'Put it on lines of its own, with an empty line before and after it.',
    },
    outside: {
      message: '<{name}> stands outside <{within}>.',
      fix: 'Write <{within}> before the first <{name}> and </{within}> behind the last.',
    },
    itself: {
      message: '<{name}> stands inside another <{name}>.',
      fix: 'Write </{name}> before the second <{name}>, so that one follows the other.',
    },
    nested: {
      message: '<{name}> stands inside <{outer}>, which holds {what}.',
      fix: 'Write it before <{outer}> or behind </{outer}>.',
    },
    empty: {
      message: '<{name}> holds nothing.',
      fix: 'Write something between <{name}> and </{name}>, or delete it.',
    },
    child: {
      message: '<Tabs> holds "{what}", which is in no tab.',
      fix: 'Write it before <Tabs>, or put it between <Tab label="..."> and </Tab>.',
    },
    few: {
      message: '<Tabs> is a choice between several tabs and holds {count}.',
      fix: 'Add the other case as <Tab label="...">, or delete <Tabs> and <Tab>.',
    },
    twice: {
      message: 'Two tabs have the label "{label}".',
      fix: 'Give each tab of the group a label of its own.',
    },
    code: { message: '<{name}> holds {what}.', fix: 'Write: {expected}' },
    language: {
      message: '<Diagram> holds a block of {language}, which is not drawn.',
      fix: 'Begin the block with: ```mermaid',
    },
    list: { message: '<{name}> holds {what}.', fix: 'Write one list and nothing else: {expected}' },
    unordered: {
      message: 'The list of <Steps> has no numbers.',
      fix: 'Begin each step with its number: 1. The first step',
    },
    time: {
      message: 'The entry "{text}" of <Timeline> does not begin with a time.',
      fix: 'Write: - **11:04** {text}',
    },
    entry: {
      message: 'The entry of <FileTree> has no name.',
      fix: 'Begin it with the name of the file or folder: - app.conf What it is for',
    },
    folder: {
      message: 'The folder "{text}" of <FileTree> does not end in a slash.',
      fix: 'Write: - {text}/',
    },
    number: {
      message: 'The attribute `{attribute}` of <Metric> cannot be "{value}", which is no number.',
      fix: 'Write digits, and the unit in its own attribute: {attribute}="41" unit="min"',
    },
    mermaid: {
      message: 'The diagram is shown as code: it stands outside <Diagram>.',
      fix: 'Write <Diagram title="..." description="..."> before the block and </Diagram> behind it, with empty lines between.',
      severity: 'warning',
    },
    kind: {
      message: 'The handbook cannot draw "{kind}".',
      fix: 'Begin the block with one of: {kinds}.',
    },
    line: {
      message: 'The drawing would lose "{word}" of the line "{source}".',
      fix: 'Write the line in the form: {expected}',
    },
    note: {
      message: 'The drawing would lose "{source}": it stands before the first message.',
      fix: 'Move the note below the message that it belongs to, or say it in the description.',
    },
    directive: {
      message: 'The diagram holds a line with `{word}`: it can neither link, run nor set colours.',
      fix: 'Delete the line. Links go into the text; the colours are those of the handbook.',
    },
    size: {
      message: 'The diagram has {count} {what}; more than {limit} cannot be read.',
      fix: 'Split it into several, each with its own title and description.',
    },
    drawing: {
      message: 'The diagram cannot be drawn: {reason}.',
      fix: 'Compare it with the example of <Diagram> in the guide: /guide/components/',
    },
  },
  *check({ corpus }) {
    for (const { path, outline } of corpus.entries) {
      for (const { messageId, args, ...point } of outline?.breaches ?? [])
        yield { messageId, path, position: at(point), ...(args && { args }) };
    }
  },
});

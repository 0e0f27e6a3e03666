import { defineRule } from '../rule.ts';

export const mdxSyntax = defineRule({
  id: 'mdx-syntax',
  title: 'Bodies are valid MDX',
  why: 'A body that does not parse has no page.',
  severity: 'error',
  messages: {
    lessThan: {
      message: 'This `<` begins no tag, and MDX takes it for one.',
      fix: 'Write `\\<` or put the text in backticks; for a link write [text](https://...).',
    },
    comment: {
      message: 'An HTML comment is not part of MDX.',
      fix: 'Delete it; what readers need stands in the text, the rest in the commit message.',
    },
    unclosedTag: {
      message: '{tag} is opened here and never closed.',
      fix: 'Add {closing}; a tag without content is written {empty}.',
    },
    strayClosing: { message: '{reason}.', fix: 'Delete the closing tag, or open it before.' },
    brace: {
      message: 'This `{` begins an expression that MDX cannot read: {reason}.',
      fix: 'Write `\\{` or put the text in backticks.',
    },
    tooDeep: {
      message: 'The text is nested deeper than {limit} levels.',
      fix: 'Flatten the quotes and lists; nobody can read them at that depth.',
    },
    tooManyBraces: {
      message: 'The text holds more than {limit} open braces outside code.',
      fix: 'Put data into a fenced code block, or into a file beside the document.',
    },
    other: {
      message: 'The text does not parse as MDX: {reason}.',
      fix: 'Put what is meant literally in backticks, and close every tag.',
    },
  },
});

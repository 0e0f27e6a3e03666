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
      fix: 'Add </{name}>. Around several paragraphs both tags stand on lines of their own.',
    },
    voidTag: {
      message: '{tag} stands alone, so in MDX it ends with a slash.',
      fix: 'Write: <{name} />',
    },
    noTag: {
      message: '{tag} is no component of the handbook, and MDX takes it for one.',
      fix: 'If it stands for a value, put it in backticks: `{tag}`. If it is HTML, say it in Markdown.',
    },
    strayClosing: {
      message: '{tag} closes nothing that is open.',
      fix: 'Delete it, or open it before. Around several paragraphs both tags stand on lines of their own.',
    },
    mismatch: {
      message: '{tag} stands where <{name}> of line {line} is to be closed.',
      fix: 'Write: </{name}>',
    },
    brace: {
      message: 'MDX takes this `{` for the beginning of code.',
      fix: 'Write `\\{` or put the text in backticks.',
    },
    line: {
      message: 'MDX takes a line that begins with import or export for code.',
      fix: 'Delete it; components need no import. If it is prose, begin the line with another word.',
    },
    crossed: {
      message:
        'The closing tag of this element stands in a list, quote or table that begins inside it.',
      fix: 'Put the closing tag on a line of its own, as far left as the opening one.',
    },
    unclosedFence: {
      message: 'The code block that begins here is never closed, so the rest of the page is code.',
      fix: 'Put a line with the same fence below the code.',
    },
    tooDeep: {
      message: 'The text is nested deeper than {limit} levels.',
      fix: 'Flatten the quotes and lists; nobody can read them at that depth.',
    },
    tooManyMarks: {
      message: 'The text holds more than {limit} of the character {mark} outside code.',
      fix: 'Put data into a fenced code block, or into a file beside the document.',
    },
    more: {
      message: 'From here on the text was not read: it has {limit} errors before this one.',
      fix: 'Correct those, and check again.',
    },
    other: {
      message: 'The text does not parse as MDX: {reason}.',
      fix: 'Put what is meant literally in backticks, and close every tag.',
    },
  },
});

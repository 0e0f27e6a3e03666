import { defineRule } from '../rule.ts';

export const yamlSyntax = defineRule({
  id: 'yaml-syntax',
  title: 'Frontmatter and records are valid YAML',
  why: 'Fields that cannot be read are fields that nobody answers for.',
  severity: 'error',
  messages: {
    syntax: { message: 'The YAML breaks here: {reason}.', fix: '{hint}' },
    duplicate: {
      message: '`{key}` stands here a second time; it is on line {line} already.',
      fix: 'Keep one of the two.',
    },
    noMapping: {
      message: 'The fields must be `name: value` lines, and {found}.',
      fix: 'Write one field a line, such as `title: HL7 feed stalled`.',
    },
    tag: {
      message: 'YAML takes {tag} for the kind of the value, and the handbook has no such kinds.',
      fix: 'Delete it; if it is part of the text, put the text in quotes.',
    },
    anchor: {
      message: 'YAML takes &{name} for a mark and drops it from the value.',
      fix: 'If it is part of the text, put the text in quotes; else delete it.',
    },
    alias: {
      message: 'YAML takes *{name} for a copy of another value.',
      fix: 'If it is text, put it in quotes: "*{name}". Else write the value out.',
    },
    key: {
      message: 'The name of a field is one word, and this is none.',
      fix: 'Write one field a line, such as `title: HL7 feed stalled`.',
    },
    directive: {
      message:
        'A line that begins with % changes how YAML reads all the others: yes is then true, 1:30 is 90.',
      fix: 'Delete the line.',
    },
    tooDeep: {
      message:
        'The YAML is nested deeper than the parser can follow: {limit} open brackets or levels at most.',
      fix: 'Keep such data in a file beside the document, and link to it.',
    },
    noFrontmatter: {
      message: 'The document has no frontmatter, so it has no title, owner or audience.',
      fix: 'Begin the file with a line `---`, the fields, and a line `---`.',
    },
    unclosed: {
      message: 'The frontmatter that begins here is never closed.',
      fix: 'Put a line `---` after the last field.',
    },
  },
});

import { defineRule } from '../rule.ts';

export const yamlSyntax = defineRule({
  id: 'yaml-syntax',
  title: 'Frontmatter and records are valid YAML',
  why: 'Fields that cannot be read are fields that nobody answers for.',
  severity: 'error',
  messages: {
    syntax: { message: 'The YAML breaks here: {reason}.', fix: '{hint}' },
    duplicate: {
      message: 'The key stands here a second time; only one of the two values can be meant.',
      fix: 'Keep one of the two lines.',
    },
    noMapping: {
      message: 'The fields must be `name: value` lines, and this is {found}.',
      fix: 'Write one field a line, such as `title: HL7 feed stalled`.',
    },
    noFrontmatter: {
      message: 'The document has no frontmatter, so it has no title, owner or audience.',
      fix: 'Begin the file with a line `---`, the fields, and a line `---`.',
    },
    unclosed: {
      message: 'The frontmatter that begins here is never closed.',
      fix: 'Put a line `---` after the last field.',
    },
    aliases: {
      message: 'The YAML grows without bound by its aliases.',
      fix: 'Write the values out; anchors (&) and aliases (*) are not needed here.',
    },
  },
});

import { defineCommand } from './define.ts';

export const importDocuments = defineCommand({
  name: 'import',
  summary: 'Bring in documentation that exists: folders, exports of wikis, Word files.',
  usage: [
    'import ../service/docs --dry-run',
    'import ../service/docs confluence-export.zip --into content',
    'import old-runbooks --as runbook --map import.yaml',
  ],
  positionals: [
    {
      name: 'source',
      description:
        'A folder, a file, or a zip of them: Markdown of any kind, AsciiDoc, HTML, Word, exports of Confluence and Notion. Sources named together link to each other.',
      many: true,
    },
  ],
  options: [
    {
      name: 'as',
      value: 'TYPE',
      description: 'The type of every document; else each is recognised by itself.',
    },
    {
      name: 'into',
      value: 'DIR',
      description:
        'The content folder, as --content; one that is not there or empty becomes a new handbook.',
    },
    {
      name: 'map',
      value: 'FILE',
      description:
        'A file in YAML that says of documents, by a pattern of their paths, their type, owner, audience, systems and path, or to skip them.',
    },
    { name: 'dry-run', description: 'Show what would be written, and write nothing.' },
    {
      name: 'prove',
      description: 'Show for each document how much of it was kept, changed and listed.',
    },
    {
      name: 'report',
      value: 'FILE',
      description: 'Write the whole report, line by line and uncut, to a file.',
    },
    {
      name: 'format',
      value: 'FORMAT',
      description: 'How the report is written; text when absent.',
      choices: ['text', 'json'],
    },
  ],
  output: [
    'The report: first how it ended, which types are uncertain and whether something was lost; then what is written and where, what was left out, what has no counterpart in a handbook, and what became of the links. What is many is counted; the file of `--report` has all of it. Progress and questions are on stderr.',
    'Nothing is invented: what a document does not say stays out of it, and `check` asks for it. A document of no known kind becomes a page.',
    'Each document remembers where it came from. A second import brings what was changed there, wherever the document is now. What was changed both there and here is shown and left: decide with `keep: here`, `keep: source` or `keep: both` in the map, or at a terminal when you are asked.',
    'All files are written, or none. At a terminal, types that are uncertain are asked about first.',
    'The exit code is 1 where something needs a person: changes on both sides, documents that had to be written in the plainest form, pieces that were lost, and what the map asks for of documents that are here already.',
  ],
});

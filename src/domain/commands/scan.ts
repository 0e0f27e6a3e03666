import { reportFormats } from '../problems/report-formats.ts';
import { defineCommand } from './define.ts';

export const scan = defineCommand({
  name: 'scan',
  summary: 'Look for identifiers of patients and for secrets: in files, in history, in the build.',
  usage: ['scan', 'scan --built dist --format json', 'scan --write-proof --by ann-lee'],
  positionals: [],
  options: [
    {
      name: 'format',
      value: 'FORMAT',
      description: 'How findings are written.',
      choices: reportFormats,
    },
    {
      name: 'built',
      value: 'DIR',
      description:
        'The folder of the built site; else dist/ at the top of the repository, or that of the program if it was last built from this content.',
    },
    {
      name: 'write-proof',
      description:
        'Write two proofs with their reports into proofs/, of kinds `phi-scan` and `secret-scan`; not after a run that left something out.',
    },
    {
      name: 'by',
      value: 'PERSON',
      description: 'With --write-proof: who ran it, the name of a record in people/.',
    },
  ],
  output: [
    'Looked into are the tracked files of the repository, every text that a commit since the kickoff added or took away, the messages of those commits and of tags, the names of files, branches and tags, and the built pages with their search index, packed files and pictures’ metadata.',
    'A place in history is `commit:path`. No value is printed, only its kind, its place and a masked form.',
    'Outside the content folder phone numbers, mail and postal addresses are left aside; so are the files under `synthetic: test_data` of engagement.yaml, which are counted on stderr.',
    'The exit code is 1 when something was found, and 2 when something could not be looked into: no git, a shallow clone, no build, an old one or one of another program, or a file that is closed to it: PDF, archives, documents of office programs, bytes that are no text, anything over 20 MB. That is no pass.',
  ],
});

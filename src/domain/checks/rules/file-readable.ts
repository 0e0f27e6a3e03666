import { defineRule } from '../rule.ts';

export const fileReadable = defineRule({
  id: 'file-readable',
  title: 'Files can be read',
  why: 'A file that cannot be read is missing from the handbook without anybody noticing.',
  severity: 'error',
  messages: {
    missing: {
      message: 'The file {name} does not exist.',
      fix: 'Create it, or name a path that exists.',
    },
    denied: {
      message: 'The file cannot be opened ({reason}), so it is missing from the handbook.',
      fix: 'Give the user that runs the check read permission: chmod u+r on the file.',
    },
    tooLarge: {
      message: 'The file has {size}; more than {limit} is no document that anybody reads on call.',
      fix: 'Split it, or keep the data as a file beside the document and link to it.',
    },
    empty: {
      message: 'The file is empty.',
      fix: 'Delete it, or start it from the template: npm run handbook -- new {type} "Title".',
    },
    binary: {
      message: 'The file holds binary data, not text.',
      fix: 'Write it as text, or give it the ending of what it is.',
    },
    loop: {
      message: 'The symbolic link leads back to a folder that holds it.',
      fix: 'Delete the link, or point it at a file.',
    },
    broken: {
      message: 'The symbolic link points at nothing.',
      fix: 'Delete the link, or point it at a file that exists.',
    },
    outside: {
      message: 'The symbolic link leads out of the content folder, where the customer’s copy ends.',
      fix: 'Move the file into the content folder.',
    },
  },
});

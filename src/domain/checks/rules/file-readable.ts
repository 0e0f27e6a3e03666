import { defineRule } from '../rule.ts';

export const fileReadable = defineRule({
  id: 'file-readable',
  title: 'Files can be read',
  why: 'A file that cannot be read is missing from the handbook without anybody noticing.',
  severity: 'error',
  messages: {
    denied: {
      message: 'This cannot be opened ({reason}), so it is missing from the handbook.',
      fix: 'Give the user that runs the check the right to read it: chmod u+rX.',
    },
    tooLarge: {
      message: 'The file has {size}; more than {limit} is no document that anybody reads on call.',
      fix: 'Split it, or keep the data as a file beside the document and link to it.',
    },
    empty: {
      message: 'The file is empty.',
      fix: 'Delete it, or start it from the template: npm run handbook -- new {type} "Title".',
    },
    utf16: {
      message: 'The file is UTF-16 text; the handbook is UTF-8.',
      fix: 'Save it as UTF-8, or convert it: iconv -f UTF-16{order} -t UTF-8.',
    },
    binary: {
      message: 'The file holds binary data, not UTF-8 text.',
      fix: 'Write it as text, or give it the ending of what it is.',
    },
    special: {
      message: 'This is no file but a {kind}; reading it could wait for ever.',
      fix: 'Delete it.',
    },
    loop: {
      message: 'The symbolic link leads in a circle.',
      fix: 'Delete the link, or point it at a file.',
    },
    folder: {
      message: 'The symbolic link leads to a folder, whose files would then have two addresses.',
      fix: 'Delete the link; link to the documents from the text instead.',
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

import { defineRule } from '../rule.ts';

export const textEncoding = defineRule({
  id: 'text-encoding',
  title: 'Files are UTF-8 with Unix line ends',
  why: 'Bytes that are no UTF-8 turn into wrong characters on the page: in a name or a dose that is an error of its own.',
  severity: 'error',
  messages: {
    notUtf8: {
      message: 'The byte {byte} is no UTF-8, so this character is lost.',
      fix: 'Save the file as UTF-8; it may be Windows-1252: iconv -f WINDOWS-1252 -t UTF-8.',
    },
    bom: {
      message:
        'The file begins with a byte order mark, which other tools show as stray characters.',
      fix: 'Save the file as "UTF-8" instead of "UTF-8 with BOM".',
      severity: 'warning',
    },
    crlf: {
      message:
        'The file has Windows line ends (CRLF); each edit then shows the whole file as changed.',
      fix: 'Save the file with Unix line ends (LF).',
      severity: 'warning',
    },
    cr: {
      message: 'The file has carriage returns (CR) for line ends; other tools see one long line.',
      fix: 'Save the file with Unix line ends (LF).',
      severity: 'warning',
    },
    nul: {
      message: 'The file holds a NUL character, which no editor shows.',
      fix: 'Delete the character.',
    },
  },
});

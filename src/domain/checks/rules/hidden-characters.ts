import { defineRule } from '../rule.ts';

export const hiddenCharacters = defineRule({
  id: 'hidden-characters',
  title: 'What is seen is what is there',
  why: 'A command can look like one thing and be another when it is copied; an id with a character that nobody sees is another id.',
  severity: 'error',
  messages: {
    code: {
      message:
        'The code holds {character} at column {column}: what is copied is not what is shown.',
      fix: 'Delete the character. If the command needs it, write it as an escape of its language.',
    },
    strayCode: {
      message:
        'The code holds {character} at column {column}, which nobody sees: what is copied is not what is shown.',
      fix: 'Delete the character. If the command needs it, write it as an escape of its language.',
      unfinished: true,
    },
    field: {
      message: 'The value holds {character} at column {column}, which nobody sees.',
      fix: 'Delete the character and type the word again; copied text often brings it along.',
    },
    prose: {
      message:
        'The text holds {character} at column {column}: words are then shown, copied or found otherwise than they are written.',
      fix: 'Delete the character. Hebrew and Arabic letters are shown the right way without it.',
    },
    lookAlike: {
      message:
        'The word {word} at column {column} mixes letters of two writings that look alike: it is another word than it seems.',
      fix: 'Type the word anew.',
    },
    name: {
      message: 'The name of the file holds {character}, which nobody sees.',
      fix: 'Rename the file and type its name anew.',
    },
  },
});

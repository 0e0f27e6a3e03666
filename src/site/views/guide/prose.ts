/** What makes a page of a handbook worth reading, in ten lines. */
export const prose: readonly string[] = [
  'Write for one reader: the one who will need the page, on the day they need it.',
  'The first sentence says what the reader came for. Reasons come after it.',
  'One thought a sentence. Twenty words are enough for most.',
  'Say who does what: "the worker retries", not "it is retried".',
  'Give numbers with their unit, their day and their source: "212 faxes on 3 March, view `late`".',
  'Write commands that were run, and the answer that came. Leave out what you did not try, or say so.',
  'Use the word that people use on the phone. Explain the others once, in the glossary.',
  'Say what you do not know, and who could. A gap that is named is half closed.',
  'Leave out what is true of every system: that monitoring matters, that care is needed.',
  'Read it aloud, then cut a third.',
];

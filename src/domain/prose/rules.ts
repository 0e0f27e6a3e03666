import { defineRule, type Rule } from '../checks/rule.ts';

export const spelling = defineRule({
  id: 'spelling',
  title: 'Words are spelled as others spell them',
  why: 'Whoever is called at night searches for a word. A page that spells it another way is not found.',
  severity: 'warning',
  messages: {
    near: {
      message: '"{word}" is in no dictionary: did you mean "{expected}"?',
      fix: 'Write "{expected}". If the word is right, add it to words.txt of the content folder.',
    },
    unknown: {
      message: '"{word}" is in no dictionary.',
      fix: 'Write a word that the reader can look up. If it is right, add it to words.txt of the content folder.',
    },
  },
});

export const repeatedWords = defineRule({
  id: 'repeated-words',
  title: 'No word stands twice in a row',
  why: 'A word that stands twice is left over from an edit, and often another one is missing.',
  severity: 'warning',
  messages: {
    twice: { message: '"{word}" stands twice.', fix: 'Write "{expected}" once.' },
  },
});

export const articles = defineRule({
  id: 'articles',
  title: 'The article fits the sound of the next word',
  why: 'A reader stumbles over it, and a stumble at a step of a runbook costs more than a letter.',
  severity: 'warning',
  messages: {
    wrong: {
      message: '"{actual}" before "{next}" sounds wrong.',
      fix: 'Write "{expected} {next}".',
    },
  },
});

export const plainWords = defineRule({
  id: 'plain-words',
  title: 'Words are plain',
  why: 'Many readers have English as their second language, and everybody reads more slowly at night.',
  severity: 'warning',
  messages: {
    simpler: {
      message: '"{actual}" has a shorter word.',
      fix: 'Write {expected}.',
    },
    needless: { message: '"{actual}" says nothing here.', fix: 'Leave it out.' },
    filler: {
      message: '"{actual}" hides how much, how sure or how hard.',
      fix: 'Leave it out, or say it with a number or a fact.',
    },
  },
});

export const inclusiveWords = defineRule({
  id: 'inclusive-words',
  title: 'Nobody is left out by a word',
  why: 'The words for people and machines are read by the people they are about.',
  severity: 'warning',
  messages: {
    other: {
      message: '"{actual}" can hurt or leave somebody out.',
      fix: 'Write {expected}.',
    },
  },
});

export const sentenceLength = defineRule({
  id: 'sentence-length',
  title: 'Sentences fit in one breath',
  why: 'At 3 a.m. the beginning of a long sentence is forgotten before its end.',
  severity: 'warning',
  messages: {
    long: {
      message: 'This sentence has {count} words; more than {limit} are too many here.',
      fix: 'Make two or three sentences of it, or a list.',
    },
  },
});

/** Everything that `prose` looks for. */
export const proseRules: readonly Rule[] = [
  spelling,
  repeatedWords,
  articles,
  plainWords,
  inclusiveWords,
  sentenceLength,
];

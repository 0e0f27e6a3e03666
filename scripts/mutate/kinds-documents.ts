import { docsOf, withField, without, withText } from './edit.ts';
import type { Kind } from './kinds.ts';

/** Defects that any document can have. */
export const aboutDocuments: readonly Kind[] = [
  {
    name: 'a key with a letter wrong',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, '', (data) => 'owner' in data));
      return doc && withText(doc, (text) => text.replace(/^owner:/m, 'ownr:'));
    },
  },
  {
    name: 'a day that is none',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, '', (_, text) => /^\w+_on: \d{4}-\d\d-\d\d$/m.test(text)));
      return (
        doc &&
        withText(doc, (text) => text.replace(/^(\w+_on): \d{4}-\d\d-\d\d$/m, '$1: 2026-13-41'))
      );
    },
  },
  {
    name: 'a link broken',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, '', (_, text) => /\]\(\.\.?\/[^)#]+\.mdx/.test(text)));
      return doc && withText(doc, (text) => text.replace(/(\]\(\.\.?\/[^)#]+)\.mdx/, '$1-old.mdx'));
    },
  },
  {
    name: 'a document deleted that others name',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'runbooks/'));
      return doc && without(doc);
    },
  },
  {
    name: 'an audience taken out',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, '', (data) => Array.isArray(data['audience'])));
      return doc && withField(doc, 'audience', undefined);
    },
  },
  {
    name: 'an audience that does not exist',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, '', (data) => Array.isArray(data['audience'])));
      return doc && withField(doc, 'audience', ['everybody']);
    },
  },
  {
    name: 'a secret pasted',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, '', (_, text) => text.startsWith('---')));
      return (
        doc &&
        withText(doc, (text) => `${text}\nUse \`AKIA${'QRSTUVWXYZ234567'}\` with the old bucket.\n`)
      );
    },
  },
  {
    name: 'a social security number pasted',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, '', (_, text) => text.startsWith('---')));
      return (
        doc &&
        withText(doc, (text) => `${text}\nThe patient with SSN ${'512'}-44-${'7391'} called.\n`)
      );
    },
  },
  {
    name: 'code in a page',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, '', (_, text) => text.startsWith('---')));
      return doc && withText(doc, (text) => `${text}\nBuilt by {process.env.USER}.\n`);
    },
  },
  {
    name: 'a picture without a description',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, '', (_, text) => /!\[[^\]]+\]/.test(text)));
      return doc && withText(doc, (text) => text.replace(/!\[[^\]]+\]/, '![]'));
    },
  },
  {
    name: 'a required section taken out',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'runbooks/'));
      return doc && withText(doc, (text) => text.replace(/^## Rollback\n[\s\S]*?(?=^## )/m, ''));
    },
  },
  {
    name: 'a heading renamed that a link names',
    apply: (files, pick) => {
      const targets = [...files].flatMap(([from, text]) =>
        [...text.matchAll(/\]\((\.\.?\/[^)#]+\.mdx)#([^)]+)\)/g)].map(
          ([, to = '', anchor = '']) => ({
            path: new URL(to, `file:///${from}`).pathname.slice(1),
            anchor,
          }),
        ),
      );
      const target = pick(targets.filter(({ path }) => files.has(path)));
      if (!target) return null;
      const text = files.get(target.path) ?? '';
      const lines = text.split('\n').map((line) =>
        /^#{2,6} /.test(line) &&
        line
          .toLowerCase()
          .replace(/^#+ /, '')
          .replace(/[^\w -]/g, '')
          .replaceAll(' ', '-') === target.anchor
          ? `${line} again`
          : line,
      );
      const changed = lines.join('\n');
      return changed === text ? null : new Map([[target.path, changed]]);
    },
  },
  {
    name: 'a review dated in the future',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, '', (data) => 'reviewed_on' in data));
      return doc && withField(doc, 'reviewed_on', '2027-06-01');
    },
  },
  {
    name: 'one word changed after the review',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, '', (data) => 'reviewed_hash' in data));
      return (
        doc && withText(doc, (text) => text.replace(/\n([A-Z][a-z]+) (\w+)/, '\n$1 really $2'))
      );
    },
    excuse: 'A review that was void before stays void.',
  },
  {
    name: 'one word changed after the acceptance',
    apply: (files, pick) => {
      const accepted = docsOf(files, 'acceptances/').map(({ data }) => `${data['document']}.mdx`);
      const doc = pick(docsOf(files, '').filter(({ path }) => accepted.includes(path)));
      return (
        doc && withText(doc, (text) => text.replace(/\n([A-Z][a-z]+) (\w+)/, '\n$1 really $2'))
      );
    },
  },
  {
    name: 'the digest of an acceptance swapped',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'acceptances/'));
      return doc && withField(doc, 'accepted_hash', 'ab'.repeat(32));
    },
    excuse: 'An acceptance that was void before, as its text had changed, is void as before.',
  },
  {
    name: 'the number of a decision taken twice',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'adrs/'));
      return doc && new Map([[doc.path.replace(/\d{4}-/, '0001-copy-of-'), doc.text]]);
    },
  },
  {
    name: 'a superseded decision called accepted',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'adrs/', (data) => data['status'] === 'superseded'));
      return doc && withField(doc, 'status', 'accepted');
    },
  },
  {
    name: 'decisions that supersede each other',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'adrs/', (data) => Array.isArray(data['supersedes'])));
      const older = (doc?.data['supersedes'] as string[] | undefined)?.[0];
      const target = docsOf(files, 'adrs/').find(({ path }) => path === `adrs/${older}.mdx`);
      return doc && target ? withField(target, 'supersedes', [doc.path.slice(5, -4)]) : null;
    },
  },
  {
    name: 'the confirmation of a decision hollowed out',
    apply: (files, pick) => {
      const doc = pick(
        docsOf(
          files,
          'adrs/',
          (data) => data['status'] === 'accepted' && 'confirmation_ref' in data,
        ),
      );
      const [[path, text] = ['', null]] = doc ? withField(doc, 'confirmation_ref', undefined) : [];
      const hollow = text?.replace(/^(## Confirmation\n)[\s\S]*?(?=^## )/m, '$1\nCode review.\n\n');
      return hollow === undefined ? null : new Map([[path, hollow]]);
    },
  },
];

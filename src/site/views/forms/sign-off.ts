import { type Entry, slugOf } from '../../../domain/graph/corpus.ts';
import { rawAt, textAt } from '../../../domain/graph/fields.ts';
import { verifySteps } from '../../../domain/standard/statement.ts';
import { endMark } from '../days.ts';
import { linkTo } from '../values.ts';
import { dayOf } from '../words.ts';
import type { Block, Form, FormInput, FormOf, Notice, Section } from './form.ts';
import { linkList, outgoingOf } from './links.ts';
import { fact, factAt, fieldNames, run, status, valueAt, words } from './read.ts';

const shown = fieldNames(
  'gate dry_run signed_on signer waivers signed_root signature statement files',
);

/** A sign-off: which gate, who signed it when, and which waivers it rests on. */
export const signOffForm: FormOf = (input): Form => {
  const gate = rawAt(input.entry.data, 'gate');
  const waiver = (entry: Entry) => {
    const until = textAt(entry.data, 'expires_on');
    const mark = until === null ? null : endMark(until, input.asOf);
    return run(linkTo(entry), until && ` until ${dayOf(until)} `, mark && status(mark));
  };
  return {
    shown,
    notices: signed(input),
    lead: [
      {
        kind: 'facts',
        facts: [
          ...fact('Gate', words(gates[String(gate)] ?? String(gate))),
          ...fact(
            'Waivers in force',
            linkList(outgoingOf(input, 'waivers.*'), waiver) ?? words('None'),
          ),
          ...factAt(input, 'signature.form', 'Signed with'),
          ...factAt(input, 'signature.name', 'Tag, commit or comment'),
          ...factAt(input, 'signature.file', 'Signature file'),
          ...factAt(input, 'signature.fingerprint', 'Key'),
          ...factAt(input, 'signed_root', 'Root over all documents'),
        ],
      },
    ],
    sections: verification(input),
  };
};

/** How anybody verifies it in a copy of the content folder; nothing where there is no statement. */
function verification({ entry, corpus }: FormInput): Section[] {
  if (textAt(entry.data, 'statement') === null) return [];
  const signer = corpus.byId.get(`people/${textAt(entry.data, 'signer')}`);
  const mail = textAt(signer?.data ?? {}, 'email') ?? 'MAIL';
  const blocks = verifySteps(slugOf(entry), mail).map(({ command, tells }): Block => {
    const code = { text: command, language: 'sh', where: 'in the content folder', command: null };
    return { kind: 'code', title: tells, code, more: null };
  });
  return [{ id: '_verify', title: 'How to verify it without any program of ours', blocks }];
}

const gates: Readonly<Record<string, string>> = {
  K: 'Kickoff',
  '-90': '90 days before the exit',
  '-60': '60 days before the exit',
  '-30': '30 days before the exit',
  X: 'The exit day',
};

function signed(input: FormInput): Notice[] {
  const on = textAt(input.entry.data, 'signed_on');
  const by = valueAt(input, 'signer');
  const rehearsal = input.entry.data['dry_run'] === true;
  const title = `${rehearsal ? 'Rehearsed' : 'Signed'}${on ? ` on ${dayOf(on)}` : ''}`;
  const text = by
    ? run('By ', by, rehearsal ? '. A rehearsal does not pass the gate.' : null)
    : null;
  return [{ tone: rehearsal ? 'attention' : 'good', title, text }];
}

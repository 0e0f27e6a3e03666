import type { Entry } from '../../../domain/graph/corpus.ts';
import { rawAt, textAt } from '../../../domain/graph/fields.ts';
import { endMark } from '../days.ts';
import { linkTo } from '../values.ts';
import { dayOf } from '../words.ts';
import type { Form, FormInput, FormOf, Notice } from './form.ts';
import { linkList, outgoingOf } from './links.ts';
import { fact, factAt, fieldNames, run, status, valueAt, words } from './read.ts';

const shown = fieldNames('gate dry_run signed_on signer waivers signed_root signature');

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
  };
};

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

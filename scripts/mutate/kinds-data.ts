import { docsOf, withField, withText } from './edit.ts';
import type { Kind } from './kinds.ts';

/** Defects of evaluations, agreements, evidence and signatures. */
export const aboutData: readonly Kind[] = [
  {
    name: 'a result changed after the report',
    apply: (files, pick) => {
      const path = pick([...files.keys()].filter((name) => /^evals\/.*-\d\d\.csv$/.test(name)));
      if (path === null) return null;
      const lines = (files.get(path) ?? '').split('\n');
      return new Map([[path, [...lines.slice(0, 5), ...lines.slice(6)].join('\n')]]);
    },
  },
  {
    name: 'the digest of results swapped',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'evals/', (data) => 'results_digest' in data));
      return doc && withField(doc, 'results_digest', 'ef'.repeat(32));
    },
  },
  {
    name: 'a threshold edited',
    apply: (files, pick) => {
      const path = pick([...files.keys()].filter((name) => /^evals\/gate-.*\.json$/.test(name)));
      return path === null
        ? null
        : new Map([
            [path, (files.get(path) ?? '').replace(/("lower_bound_at_least": )0\.\d+/, '$10.51')],
          ]);
    },
  },
  {
    name: 'a model by an alias',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'evals/', (data) => 'model' in data));
      return doc && withField(doc, 'model.id_pinned', 'plinth-latest');
    },
  },
  {
    name: 'clinical use approved by an engineer',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'evals/', (data) => 'clinical_approver' in data));
      return doc && withField(doc, 'clinical_approver', 'luis-kent');
    },
  },
  {
    name: 'an agreement that ran out',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'baas/', (data) => 'effective_to' in data));
      return doc && withField(doc, 'effective_to', '2026-10-31');
    },
  },
  {
    name: 'PHI to a provider without an agreement',
    apply: (files, pick) => {
      const doc = pick(
        docsOf(files, 'data-flows/', (data) => 'baa' in data && data['decision'] === 'allowed'),
      );
      return doc && withField(doc, 'baa', undefined);
    },
  },
  {
    name: 'a data flow to a model by its alias',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'data-flows/', (data) => 'model_pinned' in data));
      return doc && withField(doc, 'model_pinned', 'latest');
    },
  },
  {
    name: 'a waiver that ran out',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'waivers/'));
      return doc && withField(doc, 'expires_on', '2026-11-18');
    },
  },
  {
    name: 'a waiver signed by the vendor',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'waivers/'));
      return doc && withField(doc, 'signer', 'marit-oyelaran');
    },
  },
  {
    name: 'a signed week edited afterwards',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'weekly-summaries/', (data) => 'signed' in data));
      return (
        doc && withText(doc, (text) => text.replace(/^ {4}value: [\d.]+$/m, '    value: 99.9'))
      );
    },
  },
  {
    name: 'the root of a sign-off swapped',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'sign-offs/'));
      return doc && withField(doc, 'signed_root', '12'.repeat(32));
    },
    excuse:
      'Without a statement beside it, and with a history that begins later, nothing says what was signed: the rule says so with and without the defect.',
  },
  {
    name: 'evidence collected in the future',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'evidence/'));
      return doc && withField(doc, 'collected_on', '2027-05-01');
    },
  },
  {
    name: 'evidence without its digest',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'evidence/', (data) => 'digest' in data));
      return doc && withField(doc, 'digest', undefined);
    },
  },
  {
    name: 'an asset held by the vendor again',
    apply: (files, pick) => {
      const doc = pick(
        docsOf(files, 'ip-assets/', (data) => data['transfer_state'] === 'transferred'),
      );
      return doc && withField(doc, 'transfer_state', 'not-started');
    },
  },
];

import { docsOf, withField, withFields } from './edit.ts';
import type { Kind } from './kinds.ts';

const owned = (data: Readonly<Record<string, unknown>>) => typeof data['owner'] === 'string';

/** Defects of who answers for what. */
export const aboutPeople: readonly Kind[] = [
  {
    name: 'an owner removed',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, '', owned));
      return doc && withField(doc, 'owner', undefined);
    },
  },
  {
    name: 'an owner whom nobody knows',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, '', owned));
      return doc && withField(doc, 'owner', 'pat-nobody');
    },
  },
  {
    name: 'an owner who left last month',
    apply: (files, pick) => {
      const owners = new Set(docsOf(files, '', owned).map(({ data }) => data['owner']));
      const doc = pick(
        docsOf(files, 'people/').filter(({ path }) => owners.has(path.slice(7, -5))),
      );
      return doc && withField(doc, 'active_to', '2026-10-20');
    },
  },
  {
    name: 'a successor moved to the vendor',
    apply: (files, pick) => {
      const successors = new Set(docsOf(files, '').map(({ data }) => data['successor']));
      const doc = pick(
        docsOf(files, 'people/').filter(({ path }) => successors.has(path.slice(7, -5))),
      );
      return doc && withField(doc, 'email', 'somebody@oakumrow.example');
    },
  },
  {
    name: 'a side that the address denies',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'people/', (data) => data['side'] === 'vendor'));
      return doc && withField(doc, 'side', 'customer');
    },
  },
  {
    name: 'a sponsor on the vendor side',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'engagement.yaml'));
      return doc && withField(doc, 'sponsor', doc.data['vendor_lead']);
    },
  },
  {
    name: 'an access record with its removal taken out',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'access-records/', (data) => 'removed_on' in data));
      return (
        doc &&
        withFields(doc, (fields) => {
          for (const key of ['removed_on', 'removed_by', 'proof']) fields.delete(key);
        })
      );
    },
  },
  {
    name: 'the exit day moved by a week',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'engagement.yaml'));
      return doc && withField(doc, 'exit_on', '2027-02-06');
    },
  },
];

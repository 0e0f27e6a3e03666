import { docsOf, withField, without, withText } from './edit.ts';
import type { Kind } from './kinds.ts';

const rows = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Defects of runbooks, drills, systems, integrations and postmortems. */
export const aboutOperations: readonly Kind[] = [
  {
    name: 'an escalation chain taken out',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'runbooks/', (data) => 'escalation' in data));
      return doc && withField(doc, 'escalation', undefined);
    },
  },
  {
    name: 'an escalation to the vendor',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'runbooks/', (data) => rows(data['escalation']).length > 0));
      return doc && withField(doc, 'escalation.0.person', 'marit-oyelaran');
    },
  },
  {
    name: 'a runbook edited after its drill',
    apply: (files, pick) => {
      const drilled = docsOf(
        files,
        'drills/',
        (data) => 'drilled_hash' in data && data['result'] === 'pass',
      );
      const names = drilled.map(({ data }) => `runbooks/${data['runbook']}.mdx`);
      const doc = pick(docsOf(files, 'runbooks/').filter(({ path }) => names.includes(path)));
      return (
        doc &&
        withText(doc, (text) =>
          text.replace(/^## Verify\n\n/m, '## Verify\n\nWait a minute first. '),
        )
      );
    },
  },
  {
    name: 'a log changed after the drill',
    apply: (files, pick) => {
      const path = pick([...files.keys()].filter((name) => /^drills\/.*\.log$/.test(name)));
      return path === null ? null : new Map([[path, `${files.get(path)}one line more\n`]]);
    },
  },
  {
    name: 'the digest of a drilled text swapped',
    apply: (files, pick) => {
      const doc = pick(
        docsOf(files, 'drills/', (data) => 'drilled_hash' in data && data['result'] === 'pass'),
      );
      return doc && withField(doc, 'drilled_hash', 'cd'.repeat(32));
    },
    excuse: 'A drill of an earlier text proved nothing before, and proves nothing now.',
  },
  {
    name: 'a vendor put among those who drilled',
    apply: (files, pick) => {
      const doc = pick(
        docsOf(files, 'drills/', (data) => data['result'] === 'pass' && 'drilled_hash' in data),
      );
      return doc && withField(doc, 'participants', ['marit-oyelaran']);
    },
  },
  {
    name: 'a drill with the log of another',
    apply: (files, pick) => {
      const drills = docsOf(files, 'drills/', (data) => 'log_ref' in data);
      const doc = pick(drills);
      const other = pick(drills.filter((one) => one !== doc));
      return doc && other ? withField(doc, 'log_ref', other.data['log_ref']) : null;
    },
  },
  {
    name: 'an alert that no runbook handles',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'runbooks/', (data) => rows(data['alerts']).length > 0));
      return doc && withField(doc, 'alerts', undefined);
    },
  },
  {
    name: 'a destructive command without a warning',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'runbooks/'));
      const block = '```sh\npsql -h pg-01 -c "drop table booking.outbox"\n```\n\n';
      return doc && withText(doc, (text) => text.replace(/^## Verify\n/m, `${block}## Verify\n`));
    },
  },
  {
    name: 'a recovery objective taken out',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'systems/', (data) => 'rto_minutes' in data));
      return doc && withField(doc, 'rto_minutes', undefined);
    },
  },
  {
    name: 'the audit log of a PHI system taken out',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'systems/', (data) => 'phi' in data));
      return doc && withField(doc, 'phi.audit_log', undefined);
    },
  },
  {
    name: 'a write path without its idempotency key',
    apply: (files, pick) => {
      const doc = pick(
        docsOf(files, 'integrations/', (data) => rows(data['write_paths']).length > 0),
      );
      return doc && withField(doc, 'write_paths.0.idempotency_key', undefined);
    },
  },
  {
    name: 'the kind of an integration changed',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'integrations/', (data) => data['kind'] !== 'csv-drop'));
      return doc && withField(doc, 'kind', 'csv-drop');
    },
  },
  {
    name: 'a support account of the vendor',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'integrations/', (data) => 'support' in data));
      return doc && withField(doc, 'support.account_owner', 'marit-oyelaran');
    },
  },
  {
    name: 'an action without its owner',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'postmortems/', (data) => rows(data['actions']).length > 0));
      return doc && withField(doc, 'actions.0.owner', undefined);
    },
  },
  {
    name: 'an incident detected before it began',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'postmortems/', (data) => 'detected_at' in data));
      return doc && withField(doc, 'detected_at', '2026-04-14T00:00:00Z');
    },
  },
  {
    name: 'the postmortem of a severe incident deleted',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'postmortems/', (data) => Number(data['severity']) <= 2));
      return doc && without(doc);
    },
  },
  {
    name: 'PHI involvement not answered',
    apply: (files, pick) => {
      const doc = pick(docsOf(files, 'postmortems/', (data) => 'phi_involved' in data));
      return doc && withField(doc, 'phi_involved', undefined);
    },
  },
];

import { resolvePath } from '../../body/target.ts';
import type { Entry } from '../../graph/corpus.ts';
import { textAt } from '../../graph/fields.ts';
import { at, field } from '../../problems/problem.ts';
import { type Marks, marksOf, namesParty } from '../facts/parties.ts';
import { nameOf, sideNamed } from '../facts/people.ts';
import { proofOf } from '../facts/proofs.ts';
import { saysSomething } from '../facts/substance.ts';
import { vendorPartsIn } from '../facts/vendor-parts.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

/** Files that say where a build fetches its parts. */
const LOCK_FILE =
  /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|package\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|deno\.lock|\.(npm|yarn)rc(\.yml)?|requirements[\w-]*\.txt|poetry\.lock|uv\.lock|Pipfile\.lock|pip\.conf|Cargo\.(lock|toml)|go\.(sum|mod)|Gemfile\.lock|composer\.lock|Dockerfile|\.gitlab-ci\.yml)$/;

const HOW =
  'On a CI of the customer, with no token, registry or network of the vendor, check the handbook out afresh, install, check, build, and record it in proofs/ with the report: kind: clean-build';

export const ip03 = defineStandardRule({
  id: 'IP-03',
  title: 'The handbook builds without the vendor',
  statement:
    'From a clean checkout, on the customer’s CI, without the vendor’s network, registry or token, the handbook builds and all rules run; the run is recorded with its report, and no lock file leads to the vendor.',
  why: 'A build that works because somebody’s token is still in the cache fails in the first week after the exit. Then the handbook stops at that day, and the only people who could repair it have left.',
  sources: [{ source: 'engagement', clause: 'no second engagement required' }],
  appliesTo: ['engagement', 'proof'],
  stages: [{ from: '-30', severity: 'error' }],
  waivable: 'until-exit',
  satisfy: [
    'Check the handbook out afresh on a CI of the customer, with no token, registry or network of the vendor.',
    'Run the install, `check`, `readiness` and the build, and keep the output as the report.',
    'Record it in proofs/ with kind `clean-build`, the content root, who ran it and where.',
  ],
  limits:
    'That the machine had no leftover of the vendor: the report and whoever signs it say so. Lock files are seen only where they lie in the content folder or the report quotes them.',
  messages: {
    failed: {
      message: 'The newest clean build failed, so the handbook cannot be built without the vendor.',
      fix: 'Repair what its report names, run it again, and record the new run.',
    },
    notCustomer: {
      message: 'The clean build was run by {name}, and not by somebody of the customer.',
      fix: 'Have somebody of the customer run it, and write: by: SLUG',
    },
    noPlace: {
      message: 'It does not say where it ran, so it may have been the vendor’s machine.',
      fix: 'Write: environment: the CI of the customer, by its name',
    },
    vendorPlace: {
      message: 'It ran at the vendor: {place}.',
      fix: 'Run it on a CI of the customer, and record that run.',
    },
    leadsToVendor: {
      message: 'It fetches {part} from the vendor, so no build works once that is closed.',
      fix: 'Take the part from a public registry or the customer’s own, write the lock file anew, and run the clean build again.',
    },
  },
  examples: {
    ok: { path: 'proofs/2026-10-01-clean-build.yaml', text: 'tool: handbook 1.4\n' },
    notOk: { path: 'proofs/2026-10-01-clean-build.yaml', text: 'by: leo-marsh\n' },
  },
  *check(context) {
    const vendor = marksOf(context.corpus, 'vendor');
    const proof = proofOf(context, 'clean-build');
    const findings = [...leads(proof.entry, vendor, context)];
    yield* findings;
    if (proof.state === 'unknown') {
      const path = proof.entry?.path ?? 'engagement.yaml';
      yield { cannotTell: `${proof.why} ${HOW}`, path };
    } else if (proof.state === 'failed')
      yield { messageId: 'failed', path: proof.entry.path, position: field(['result']) };
    else {
      const troubles = [...circumstances(proof.entry, vendor, context)];
      yield* troubles;
      if (findings.length + troubles.length > 0) return;
      const { path, data } = proof.entry;
      yield {
        evidence: `built without the vendor on ${data['ran_on']} (${data['environment']})`,
        path,
      };
    }
  },
});

function* circumstances({ path, data }: Entry, vendor: Marks, { corpus }: StandardContext) {
  const by = textAt(data, 'by');
  if (sideNamed(corpus, by) !== 'customer') {
    const args = { name: by === null ? 'nobody' : nameOf(corpus, by) };
    yield { messageId: 'notCustomer', path, position: field(['by']), args } as const;
  }
  const place = textAt(data, 'environment');
  const position = field(['environment']);
  if (!saysSomething(place)) yield { messageId: 'noPlace', path, position } as const;
  else if (namesParty(place, vendor))
    yield { messageId: 'vendorPlace', path, position, args: { place } } as const;
}

/** The first place in each lock file, and in the report of the proof, that leads to the vendor. */
function* leads(proof: Entry | null, vendor: Marks, { corpus, fileOf }: StandardContext) {
  const report = proof === null ? null : textAt(proof.data, 'report');
  const own = proof === null || report === null ? null : resolvePath(proof.path, report);
  const files = [...corpus.assets].filter((path) => path === own || LOCK_FILE.test(path)).sort();
  for (const path of files) {
    const [first] = vendorPartsIn(fileOf(path)?.text ?? '', vendor);
    if (first === undefined) continue;
    const args = { part: first.part };
    yield { messageId: 'leadsToVendor', path, position: at(first), args } as const;
  }
}

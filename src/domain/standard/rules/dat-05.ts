import { typeNames } from '../../documents/registry.ts';
import { defineStandardRule } from '../rule.ts';

export const dat05 = defineStandardRule({
  id: 'DAT-05',
  title: '',
  statement:
    "No PHI: source, history since kickoff, built pages, index, images' metadata and embedded text contain no identifier-like values outside a declared synthetic block whose values come from the approved synthetic list",
  why: '',
  // Source: 164.514(b)(2); minimum necessary
  sources: [],
  appliesTo: typeNames,
  // Gate: K. Severity: error NW. Trap: real MRN in alt text, in a code comment, in a git-removed file, or in base64
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'no',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});

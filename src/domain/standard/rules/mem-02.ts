import { typeNames } from '../../documents/registry.ts';
import { defineStandardRule } from '../rule.ts';

export const mem02 = defineStandardRule({
  id: 'MEM-02',
  title: '',
  statement:
    'Every document has a non-default audience; output for a group contains no byte sequence unique to documents outside it: canary tokens planted in each restricted document are searched for in HTML, index shards, maps, feeds, `llms.txt`, images, archive names; privileged legal documents enter no build',
  why: '',
  // Source: backstage#34211; EventCatalog index warning; 164.316(b)(2)(ii)
  sources: [],
  appliesTo: typeNames,
  // Gate: K. Severity: error NW. Trap: restricted title in a backlink, sidebar, 404 suggestion, search fragment, or git-derived changelog
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'no',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});

import { defineCollection } from 'astro:content';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import type { Loader } from 'astro/loaders';
import type { TypeDefinition } from './domain/documents/define.ts';
import { types } from './domain/documents/registry.ts';
import { entriesOf } from './domain/graph/corpus.ts';
import { handbook } from './site/handbook.ts';

/**
 * Hands the documents of one type to Astro, typed by the domain's own schema. Pages are drawn from the
 * handbook instead, so in dev no edit waits for this.
 */
const loaderOf = (type: TypeDefinition): Loader => ({
  name: 'handbook',
  load: async ({ store, parseData }) => {
    store.clear();
    for (const entry of entriesOf(handbook().corpus, type.name)) {
      // In dev a document may be wrong for a while: the check says how, and the others stay.
      if (!type.schema.safeParse(entry.data).success) continue;
      const data = await parseData({ id: entry.id, data: { ...entry.data } });
      store.set({ id: entry.id, data });
    }
  },
});

/** Starlight asks for these two; all pages here come from the collections of the handbook. */
const empty: Loader = {
  name: 'empty',
  load: async ({ store }) => {
    // A collection that was never written to is reported as missing.
    store.set({ id: 'none', data: {} });
    store.delete('none');
  },
};

export const collections = {
  docs: defineCollection({ loader: empty, schema: docsSchema() }),
  i18n: defineCollection({ loader: empty, schema: i18nSchema() }),
  ...Object.fromEntries(
    types.map((type) => [
      type.name,
      defineCollection({ loader: loaderOf(type), schema: type.schema }),
    ]),
  ),
};

import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import type { TypeDefinition } from './domain/documents/define.ts';
import { types } from './domain/documents/registry.ts';
import { entriesOf } from './domain/graph/corpus.ts';
import { handbook } from './site/handbook.ts';

/** Hands the documents of one type to Astro, typed by the domain's own schema. */
const loaderOf = (type: TypeDefinition): Loader => ({
  name: `handbook-${type.name}`,
  load: async ({ store, parseData }) => {
    store.clear();
    for (const entry of entriesOf(handbook().corpus, type.name)) {
      const data = await parseData({ id: entry.id, data: { ...entry.data } });
      store.set({ id: entry.id, data });
    }
  },
});

/** Starlight asks for these two; all pages here come from the collections of the handbook. */
const empty: Loader = { name: 'empty', load: async ({ store }) => store.clear() };

export const collections = {
  docs: defineCollection({ loader: empty, schema: docsSchema() }),
  i18n: defineCollection({ loader: empty, schema: i18nSchema() }),
  ...Object.fromEntries(
    types.map((type) => [type.name, defineCollection({ loader: loaderOf(type), schema: type.schema })]),
  ),
};

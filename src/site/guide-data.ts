import type { TypeDefinition } from '../domain/documents/define.ts';
import { types } from '../domain/documents/registry.ts';
import { decisionAddress } from '../domain/graph/addresses.ts';
import { entriesOf, slugOf } from '../domain/graph/corpus.ts';
import { composeFile } from '../workspace/compose.ts';
import { handbook } from './handbook.ts';
import { exampleOf, ownDocuments } from './own-documents.ts';
import { digestOf } from './pages-data.ts';
import { renderBody } from './render/body.ts';
import { settingsOf } from './settings.ts';
import { type DecisionView, decisionView } from './views/guide/decision.ts';
import { type TypePageView, typePageView } from './views/guide/type-page.ts';

/** What the page of a type in the guide is drawn from. */
export interface TypeGuideProps {
  readonly view: TypePageView;
  readonly example: { readonly path: string; readonly text: string };
}

/** The pages of all types in the guide. */
export const typeGuidePages = () =>
  types.map((type) => {
    const view = typePageView(type, handbook());
    const example = exampleFor(type);
    return {
      params: { type: type.name },
      props: { view, example } satisfies TypeGuideProps,
      cacheKey: digestOf(view, example, settingsOf(handbook())),
    };
  });

/** A whole document of a type; the template of a type that has no example yet. */
function exampleFor(type: TypeDefinition): TypeGuideProps['example'] {
  const found = exampleOf(ownDocuments().example, type.name);
  if (found) return { path: `content/${found.entry.path}`, text: found.text };
  const path = `content/${type.folder}/name.${type.format}`;
  return { path, text: composeFile(type, type.start) };
}

/** The decisions of the project, each as a page of the guide. */
export const decisionPages = () => {
  const { project, graph } = ownDocuments();
  return entriesOf(project.corpus, 'adr').map((entry) => {
    const view = decisionView(entry, graph);
    return {
      params: { decision: slugOf(entry) },
      props: { view } satisfies { view: DecisionView },
      cacheKey: digestOf(view, entry.body, settingsOf(handbook())),
    };
  });
};

/** The text of a decision of the project, rendered as every other body is. */
export async function decisionBody(id: string): Promise<string> {
  const { corpus, texts } = ownDocuments().project;
  const entry = corpus.byId.get(id);
  const source = entry && texts.get(entry.path);
  if (!entry?.outline || source === undefined) return '';
  return renderBody(source, {
    path: entry.path,
    outline: entry.outline,
    addressOfFile: (file) => {
      const other = corpus.byId.get(file.replace(/\.mdx$/, ''));
      return other?.type.name === 'adr' ? decisionAddress(slugOf(other)) : null;
    },
    sizeOf: () => null,
  });
}

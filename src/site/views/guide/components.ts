import { outlineOf } from '../../../domain/body/outline.ts';
import { components } from '../../../domain/components/catalogue.ts';
import type { ComponentDefinition } from '../../../domain/components/define.ts';
import { plainMarkdown } from '../../../domain/components/plain.ts';
import { parseMdx } from '../../../workspace/mdx.ts';
import { renderBody } from '../../render/body.ts';
import { codeHtml } from '../../render/code.ts';

/** A component as the guide shows it. */
export interface ComponentView extends ComponentDefinition {
  /** Anchor of its section. */
  readonly slug: string;
  /** Itself, then those that stand only inside it. */
  readonly parts: readonly ComponentDefinition[];
  /** The example as a document shows it. */
  readonly html: string;
  /** The example to copy, and the same in GFM, as code blocks. */
  readonly source: string;
  readonly markdown: string;
}

/** The components that stand by themselves, each with its example drawn like a document's body. */
export const componentViews = (): Promise<ComponentView[]> =>
  Promise.all(components.filter(({ within }) => within === undefined).map(viewOf));

async function viewOf(component: ComponentDefinition): Promise<ComponentView> {
  const { name, example } = component;
  const slug = name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
  const path = `guide/${slug}.mdx`;
  const { tree } = parseMdx(example, path);
  if (tree === null) throw new Error(`The example of <${name}> does not parse`);
  const html = await renderBody(example, {
    path,
    outline: outlineOf(tree),
    addressOfFile: () => null,
    sizeOf: () => null,
    prefix: slug,
  });
  const parts = [component, ...components.filter(({ within }) => within === name)];
  return {
    ...component,
    slug,
    parts,
    html,
    source: await codeOf(example, `${name}: to copy`),
    markdown: await codeOf(plainMarkdown(tree), `${name}: in plain Markdown`),
  };
}

const codeOf = (text: string, where: string): Promise<string> =>
  codeHtml({ text: text.trimEnd(), language: 'markdown', where, command: null });

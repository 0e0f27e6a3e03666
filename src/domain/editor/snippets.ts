import { inSentence, withArticle } from '../checks/rule.ts';
import { components } from '../components/catalogue.ts';
import { types } from '../documents/registry.ts';
import { componentSnippet } from './component-snippets.ts';
import { skeletonOf } from './skeletons.ts';

/** A snippet as VS Code reads it. */
interface Snippet {
  readonly scope: string;
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: readonly string[];
  /** VS Code proposes it for an empty file. */
  readonly isFileTemplate?: true;
}

/** Snippets of every component and of a new document of every type, by the name that VS Code shows. */
export function editorSnippets(): Readonly<Record<string, Snippet>> {
  const uses = components.map((component): [string, Snippet] => [
    `<${component.name}>`,
    {
      scope: 'mdx',
      prefix: [component.name, `<${component.name}`],
      description: `${component.description} ${component.whenToUse}`,
      body: componentSnippet(component),
    },
  ]);
  const documents = types.map((type): [string, Snippet] => [
    `New ${inSentence(type.label)}`,
    {
      scope: type.format,
      prefix: `new-${type.name}`,
      description: `Start ${withArticle(type.label)}. ${type.purpose}`,
      body: skeletonOf(type),
      isFileTemplate: true,
    },
  ]);
  return Object.fromEntries([...uses, ...documents]);
}

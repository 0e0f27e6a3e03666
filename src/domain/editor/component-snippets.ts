import { components } from '../components/catalogue.ts';
import type { ComponentDefinition } from '../components/define.ts';
import { literal, placeholders } from './placeholders.ts';

/** The first use of a component in its example as a snippet: attributes are places, a closed list is a choice. */
export function componentSnippet(component: ComponentDefinition): string[] {
  const places = placeholders();
  const source = literal(firstUse(component));
  const filled = source.replaceAll(ATTRIBUTE, (whole, name: string, value: string) => {
    const attribute = attributeNamed(name);
    if (!attribute) return whole;
    const { values } = attribute;
    const plain = value.replaceAll(/\\(.)/g, '$1');
    const place = values
      ? places.choice([plain, ...values.filter((one) => one !== plain)])
      : places.words(plain);
    return ` ${name}="${place}"`;
  });
  return [...filled.trimEnd().split('\n'), ...(component.inline ? [] : ['$0'])];
}

const ATTRIBUTE = / ([a-z]+)="([^"]*)"/g;

/** An attribute by its name; in an example of several components, of any of them. */
const attributeNamed = (name: string) =>
  components.flatMap(({ attributes }) => attributes).find((one) => one.name === name);

/** The source from the opening tag to the end of the component, without the space before its lines. */
function firstUse({ name, example, within }: ComponentDefinition): string {
  const home = components.find((one) => one.name === within);
  const source = example || home?.example || '';
  const found = new RegExp(
    `^([ \\t]*)(?:.*?)(<${name}(?:\\s[^>]*?)?(?:/>|>[^]*?</${name}>))`,
    'm',
  ).exec(source);
  const [, indent = '', use] = found ?? [];
  if (use === undefined) throw new Error(`The example of <${name}> does not show it`);
  return use.replaceAll(`\n${indent}`, '\n');
}

import { expect, test } from 'vitest';
import { checkCorpus } from '../../src/domain/checks/run.ts';
import { components } from '../../src/domain/components/catalogue.ts';
import { types } from '../../src/domain/documents/registry.ts';
import { editorSnippets } from '../../src/domain/editor/snippets.ts';
import { emptyWorkspace, withText } from '../../src/workspace/read-corpus.ts';
import { validatorsOf } from './validators.ts';

const snippets = editorSnippets();

/** A snippet as it stands in the file when nobody changes a word. */
function inserted(body: readonly string[]): string {
  const variables: Readonly<Record<string, string>> = {
    CURRENT_YEAR: '2026',
    CURRENT_MONTH: '09',
    CURRENT_DATE: '01',
  };
  return body
    .join('\n')
    .replaceAll(/\$(CURRENT_[A-Z]+)/g, (_, name: string) => variables[name] ?? '')
    .replaceAll(/\$\{\d+\|((?:\\.|[^,|\\])*)[^}]*\|\}/g, '$1')
    .replaceAll(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replaceAll('$0', '')
    .replaceAll(/\\([\\$},|])/g, '$1');
}

const problemsOf = (path: string, text: string) =>
  checkCorpus(withText(emptyWorkspace('/nowhere'), path, text).corpus).filter(
    (problem) => problem.path === path,
  );

test.each(components.map(({ name }) => name))(
  '<%s> is whole, and right where it may stand',
  (name) => {
    const text = inserted(snippets[`<${name}>`]?.body ?? []);
    expect(text).toMatch(new RegExp(`^<${name}\\b`));
    const { within, inline } = components.find((one) => one.name === name) ?? {};
    const body = within
      ? `<${within}>\n\n${text}\n\n${text.replace('Linux', 'Other')}\n\n</${within}>`
      : inline
        ? `It is ${text} now.`
        : text;
    const found = problemsOf('glossary/a.mdx', `---\nterm: A\n---\n\n${body}\n`);
    const ofText = found.filter(({ ruleId }) => /components|mdx|safe/.test(ruleId));
    expect(ofText).toEqual([]);
    const uses = text.match(new RegExp(`<${name}\\b`, 'g'));
    expect(uses).toHaveLength(1);
  },
);

test('a closed list of an attribute is a choice', () => {
  expect(snippets['<Aside>']?.body[0]).toContain('|danger,note,tip,caution|');
});

test.each(types.map((type) => [type.name, type] as const))(
  'a new %s holds what is required, in its form',
  (name, type) => {
    const snippet = Object.values(snippets).find(({ prefix }) => prefix === `new-${name}`);
    const text = inserted(snippet?.body ?? []);
    const path = type.folder === '' ? `${name}.yaml` : `${type.folder}/a.${type.format}`;
    const { corpus } = withText(emptyWorkspace('/nowhere'), path, text);
    const [entry] = corpus.entries;
    const wrong = problemsOf(path, text).filter(
      ({ ruleId, messageId }) =>
        ['yaml-syntax', 'mdx-syntax', 'sections'].includes(ruleId) ||
        (ruleId === 'schema' && ['missing', 'unknown', 'type'].includes(messageId)),
    );
    expect(wrong).toEqual([]);
    expect(entry?.readable).toBe(true);
    const validate = validatorsOf(corpus)(name);
    validate(entry?.data);
    const missing = (validate.errors ?? []).filter(({ keyword }) => keyword === 'required');
    expect(missing).toEqual([]);
  },
);

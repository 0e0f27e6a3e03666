import { stringify } from 'yaml';
import type { TypeDefinition } from '../domain/documents/define.ts';
import { fieldSchema } from '../domain/graph/relations.ts';

/**
 * The text of a new document or record: its fields in the order of the schema, then each required section
 * with its first words. Fields that are undefined are left out.
 */
export function composeFile(type: TypeDefinition, data: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(fieldSchema(type).properties ?? {});
  const fields = names.flatMap((name) =>
    data[name] === undefined ? [] : [[name, data[name]] as const],
  );
  const yaml = stringify(Object.fromEntries(fields), {
    lineWidth: 0,
    version: '1.2',
    schema: 'core',
  });
  if (type.format === 'yaml') return yaml;
  const sections = type.sections.map(({ title, start }) => `\n## ${title}\n\n${start}\n`);
  return `---\n${yaml}---\n${sections.join('')}`;
}

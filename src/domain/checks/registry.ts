import type { Rule } from './rule.ts';
import { addresses } from './rules/addresses.ts';
import { alerts } from './rules/alerts.ts';
import { aliases } from './rules/aliases.ts';
import { anchors } from './rules/anchors.ts';
import { audiences } from './rules/audiences.ts';
import { components } from './rules/components.ts';
import { engagement } from './rules/engagement.ts';
import { fileName } from './rules/file-name.ts';
import { fileReadable } from './rules/file-readable.ts';
import { files } from './rules/files.ts';
import { headings } from './rules/headings.ts';
import { hiddenCharacters } from './rules/hidden-characters.ts';
import { identifiers } from './rules/identifiers.ts';
import { images } from './rules/images.ts';
import { links } from './rules/links.ts';
import { mdxSyntax } from './rules/mdx-syntax.ts';
import { referenceCycles } from './rules/reference-cycles.ts';
import { references } from './rules/references.ts';
import { safeContent } from './rules/safe-content.ts';
import { schema } from './rules/schema.ts';
import { secrets } from './rules/secrets.ts';
import { sections } from './rules/sections.ts';
import { templateWords } from './rules/template-words.ts';
import { textEncoding } from './rules/text-encoding.ts';
import { yamlSyntax } from './rules/yaml-syntax.ts';

/** Every check of the handbook's integrity, in the order in which a reader would fix things. */
export const rules: readonly Rule[] = [
  fileReadable,
  fileName,
  textEncoding,
  hiddenCharacters,
  yamlSyntax,
  mdxSyntax,
  safeContent,
  identifiers,
  secrets,
  components,
  engagement,
  schema,
  references,
  files,
  referenceCycles,
  addresses,
  aliases,
  alerts,
  sections,
  templateWords,
  headings,
  links,
  anchors,
  audiences,
  images,
];

/** The page that explains a rule. */
export const documentationOf = (ruleId: string): string => `/guide/checks/#${ruleId}`;

import type { z } from 'zod';

/** A part of the handbook: one sidebar, one door on the home page. */
export const sections = {
  operate: 'Operate',
  systems: 'Systems',
  decide: 'Decide',
  evaluate: 'Evaluate',
  engage: 'Engage',
  learn: 'Learn',
  comply: 'Comply',
} as const;

export type SectionName = keyof typeof sections;

/** A required body section: its heading and the words that a new document starts with. */
export interface BodySection {
  readonly title: string;
  readonly start: string;
  /** What belongs there, where the first words do not say it. */
  readonly about?: string;
}

/** What belongs in a section: words that end a sentence, such as "what was tried". */
export const aboutSection = ({ start, about }: BodySection): string =>
  about ?? start.replace(/^(?:\d+\.|-)?\s*To write: /, '');

/** What an author has to know before starting one; the type's page of the guide is made from it. */
export interface TypeGuide {
  /** The moment to write one, and who will read it. */
  readonly when: string;
  /** What it is taken for, each with the name of the type that it is instead; null where none is. */
  readonly not: readonly { readonly what: string; readonly instead: string | null }[];
  readonly titles: {
    readonly rule: string;
    readonly good: readonly [string, string];
    readonly bad: string;
    /** What is bad about it. */
    readonly why: string;
  };
  /** What was learned by those who wrote many. */
  readonly advice: readonly string[];
}

/** Everything the handbook knows of one document or record type; nothing about a type is written elsewhere. */
export interface TypeDefinition {
  /** Singular kebab-case name, as written in commands. */
  readonly name: string;
  /** Folder in `content/` and first part of the address; empty for the one file `<name>.yaml` at the top. */
  readonly folder: string;
  readonly label: string;
  readonly plural: string;
  readonly section: SectionName;
  /** One sentence: when somebody writes one of these. */
  readonly purpose: string;
  readonly guide: TypeGuide;
  /** `mdx` for documents with a body, `yaml` for records. */
  readonly format: 'mdx' | 'yaml';
  /** Strict schema of the frontmatter or record. */
  readonly schema: z.ZodObject;
  /** Body sections at heading level 2, in order; a body without required sections may be empty. */
  readonly sections: readonly BodySection[];
  /** The fields that hold the title and the summary. */
  readonly titleField: string;
  readonly summaryField: string | null;
  /** Fields shown as columns of the type's index page, after the title. */
  readonly columns: readonly string[];
  /** Values that a new document starts with, beside those that `new` fills in or asks for. */
  readonly start: Readonly<Record<string, unknown>>;
  /** File names that start with the next four-digit number, as ADRs do. */
  readonly numbered: boolean;
}

type Optional = 'sections' | 'titleField' | 'summaryField' | 'start' | 'numbered' | 'section';

/** Defines a type; documents are MDX with title and summary unless said otherwise. */
export function defineType<
  const T extends Omit<TypeDefinition, Optional> & Partial<TypeDefinition>,
>(definition: T): TypeDefinition & T {
  return {
    sections: [],
    section: 'engage',
    titleField: 'title',
    summaryField: definition.format === 'mdx' ? 'summary' : null,
    start: {},
    numbered: false,
    ...definition,
  };
}

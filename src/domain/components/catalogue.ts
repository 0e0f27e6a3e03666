/** An attribute that authors may write on a component; its value is always a quoted string. */
export interface AttributeDefinition {
  readonly name: string;
  readonly description: string;
  readonly values?: readonly string[];
  readonly required?: true;
}

/** A component that authors may use in a document. */
export interface ComponentDefinition {
  readonly name: string;
  readonly description: string;
  readonly attributes: readonly AttributeDefinition[];
}

/** The components that documents may use; anything else is refused before it reaches a page. */
export const components: readonly ComponentDefinition[] = [
  {
    name: 'Aside',
    description: 'A note beside the text: something that a reader in a hurry must not miss.',
    attributes: [
      {
        name: 'type',
        description: 'How urgent it is.',
        values: ['note', 'tip', 'caution', 'danger'],
      },
      { name: 'title', description: 'A heading of its own instead of the type’s.' },
    ],
  },
  {
    name: 'Steps',
    description: 'A numbered list that is followed one step after the other.',
    attributes: [],
  },
];

/** HTML elements that Markdown has no words for and that documents may use, without attributes but `title`. */
export const htmlElements: ReadonlySet<string> = new Set([
  'abbr',
  'br',
  'details',
  'kbd',
  'mark',
  'sub',
  'summary',
  'sup',
]);

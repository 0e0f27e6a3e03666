/** The language server and VS Code know this draft of JSON Schema best. */
export const DRAFT = 'http://json-schema.org/draft-07/schema#';

import type { FieldSchema } from '../graph/relations.ts';

/** What the YAML language server says of a value that does not fit. */
export interface EditorMessages {
  readonly errorMessage?: string;
  readonly patternErrorMessage?: string;
}

/** The words for a field; `patternWords` are those of its own schema, such as "must be a quarter". */
export function messagesOf(field: FieldSchema, patternWords?: string): EditorMessages {
  if (field.items)
    return { errorMessage: 'Write a list: every entry on its own line, after "- ".' };
  if (field.properties) return {};
  const expected = expectedOf(field);
  if (expected === null) return {};
  const form = formOf(field, patternWords);
  return {
    errorMessage: `${expected}${field.description ? ` ${field.description}` : ''}`,
    ...(form === null ? {} : { patternErrorMessage: form }),
  };
}

function expectedOf({ type, enum: words }: FieldSchema): string | null {
  if (words) return `Write one of: ${words.join(', ')}.`;
  if (type === 'boolean') return 'Write true or false.';
  if (type === 'integer' || type === 'number') return null;
  return type === 'string' ? 'Write text; put quotes around a number or a yes.' : null;
}

function formOf(field: FieldSchema, patternWords: string | undefined): string | null {
  if (field.type !== 'string' || field.enum) return null;
  switch (field.format) {
    case 'date':
      return 'Write a day of the calendar as YYYY-MM-DD, such as 2026-09-01.';
    case 'date-time':
      return 'Write a moment in UTC as YYYY-MM-DDThh:mm:ssZ, such as 2026-09-01T14:30:00Z.';
    case 'email':
      return 'Write an e-mail address, such as name@clinic.example.';
    case 'uri':
      return 'Write an https address, such as https://clinic.example/page.';
  }
  if (patternWords !== undefined && patternWords !== 'must be one line')
    return `This ${patternWords}.`;
  const length = field.maxLength === undefined ? '' : `, ${field.maxLength} characters at most`;
  return patternWords === undefined ? 'Write at least a word.' : `Write one line of text${length}.`;
}

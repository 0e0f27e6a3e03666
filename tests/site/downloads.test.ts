import { expect, test } from 'vitest';
import { contentTypes, downloads } from '../../src/domain/body/published.ts';
import { headersOf } from '../../src/site/policy/headers.ts';

test.each(Object.keys(contentTypes))('a .%s file is saved, or is a text or a picture', (ending) => {
  const headers = headersOf(`/files/a/b.${ending}`, '');
  expect(headers['X-Content-Type-Options']).toBe('nosniff');
  expect(headers['Content-Security-Policy']).toContain("default-src 'none'");
  expect(headers['Content-Disposition']).toBe(downloads.has(ending) ? 'attachment' : undefined);
  if (!downloads.has(ending))
    expect(contentTypes[ending]).toMatch(/^(?:text|image|application\/json)/);
});

import { expect, it } from 'vitest';
import { highlight } from '../../src/site/render/highlight.ts';

const spans = async (code: string, language: string): Promise<string[]> =>
  (await highlight(code, language)).map((part) => {
    if (typeof part === 'string') return part;
    const text = part.type === 'element' ? part.children[0] : part;
    return text?.type === 'text' ? text.value : '';
  });

it.each([
  ['connect -to <HOST> </dev/null | sort > out', 'bash', ['<HOST>']],
  ['sign <A_1> --csr "/srv/<NAME>.csr" # <LAST>', 'sh', ['<A_1>', '<NAME>', '<LAST>']],
  ['select a\nfrom b where c = <ID> and d < 3 and e > 4', 'sql', ['<ID>']],
  ["<A><B>\n'<C>'", 'bash', ['<A>', '<B>', '<C>']],
  ['\tcat <in >OUT\r\n\n  ls  \n', 'bash', []],
])('%j keeps what is replaced in one piece, and every character', async (code, language, whole) => {
  const parts = await spans(code, language);
  expect(parts.join('')).toBe(code);
  expect(parts.filter((part) => /^<[A-Z_0-9]+>$/.test(part))).toEqual(whole);
});

it('an element is no placeholder', async () => {
  expect(await spans('<MSG>x</MSG>', 'xml')).not.toContain('<MSG>');
});

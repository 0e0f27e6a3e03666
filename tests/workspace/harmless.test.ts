import { expect, it } from 'vitest';
import { dangersOf } from '../../src/workspace/svg.ts';
import { check, term } from '../rules/folder.ts';

/** What looks like an attack and is what people write. */
it.each([
  'It answers in \\<5 ms, or in `<5 ms`; 3 \\> 2.',
  'The template takes `{patient}` and `{{name}}`; in text \\{patient}.',
  '```sh\ncurl "https://$HOST/api?q={id}" -H "Authorization: Bearer <TOKEN>" | jq \'.[] | {id}\'\n```',
  '```js\nimport fs from "node:fs";\nexport default () => `${process.env.HOME}`;\n```',
  '```html\n<script>alert(1)</script>\n<a href="javascript:alert(1)" onclick="a">b</a>\n```',
  '```yaml\na: &b !!python/object [*c]\n```',
  '```xml\n<!DOCTYPE a [<!ENTITY b "c">]>\n```',
  'The words `javascript:`, `data:` and `<script>` in backticks.',
  'To import and\n  export are words, as in Important: export the list.',
  'Important: exported files.',
  'A → B ⇒ C ↔ D, ≤ 5 ≠ 6, ½, µg, ΔT, TNFα, β-blocker, °C, “quotes” – and — dashes … ok.',
  'Jürgen Müller-Lüdenscheidt, Øystein, Łukasz, Zoë, François, Ağaoğlu, Nguyễn.',
  'Привет, 漢字, שלום, مرحبا, ไทย, and می\u200cخواهم.',
  '👩\u200d⚕️ 🏥 ✅ ❤️ 👨\u200d👩\u200d👧 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} 1️⃣',
  '`grep "für Überweisung" log`, `echo "→ ok ✓"`, `# Kommentar на русском`',
  'a\u00adb c\u00a0d e\u202ff',
  '| a | b |\n| :- | -: |\n| 1 \\| 2 | `x \\| y` |',
  '- [ ] open\n- [x] done',
  'A note[^1].\n\n[^1]: With a [link](../runbooks/queue-stalled.mdx).',
  '[write](mailto:ann@brookside.example?subject=Queue), [call](tel:+1-555-0100), [see](https://a.example/b?c=d&e=%2F#f)',
  'https://a.example/b_(c) and ann@brookside.example and www.brookside.example.',
  '[config.yaml](https://a.example/config.yaml), [node.js](https://b.example/), [queue-stalled.mdx](../runbooks/queue-stalled.mdx)',
  '[a.example](https://www.a.example/), [https://a.example/long/…](https://a.example/long/path)',
  '[Müller](https://müller.example/), [日本](https://日本.example/)',
  '![A dot](data:image/gif;base64,R0lGODlhAQABAAAAACw=) ![A queue](../runbooks/queue.png "Queue")',
  'Press <kbd>Ctrl</kbd>+<kbd>C</kbd>, H<sub>2</sub>O, 10<sup>6</sup>, <abbr title="Admit & discharge">ADT</abbr>, <mark>a</mark><br />b',
  '<details>\n<summary>More</summary>\n\nwords\n\n</details>',
  '<Aside type="tip" title="5 < 6 & “7”">\n\n1. a\n   - b\n     > c\n\n</Aside>',
  'MSH|^~\\\\&|LAB|A|B|C|20260101||ORU^R01|1|P|2.5.1 in `OBX|1|NM|718-7^^LN`',
  '$100 and $200, 100 % of 5 * 3 * 2, a_b_c, 2**8, #5, @team, ~5, ^a, C:\\\\temp, \\\\\\\\host\\\\share',
  '&lt;script&gt; &amp; &quot; &copy; &nbsp; &#8212;',
  'x '.repeat(5000),
])('%j', (body) => {
  expect(
    check({ 'glossary/mrn.mdx': term(`${body}\n`, 'expansion: "5 < 6 & {a} → ü 👩\u200d⚕️"') }),
  ).toEqual([]);
});

const SVG = 'xmlns="http://www.w3.org/2000/svg"';

it.each([
  `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!-- Made by hand -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<svg ${SVG} width="9"><rect/></svg>`,
  `<svg ${SVG} xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:version="1.3"><metadata><a/></metadata><inkscape:grid/><g inkscape:label="a"/></svg>`,
  `<svg ${SVG}><style>.a { fill: rgb(1 2 3); stroke: url(#b) } .c > .d { color: var(--e) }</style><path class="a" d="M0 0h9" transform="translate (1 2) rotate(3)"/></svg>`,
  `<svg ${SVG} xmlns:xlink="http://www.w3.org/1999/xlink"><defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs><use xlink:href="#a"/><rect fill="url(#a)" style="opacity:.5"/></svg>`,
  `<svg ${SVG} role="img" aria-label="on time = 5 (max)"><title>onload = a &lt;script&gt; &#8594;</title><text>javascript: @import url(x)</text></svg>`,
  `<svg ${SVG}><image href="data:image/png;base64,iVBORw0KGgoA" width="9" height="9"/></svg>`,
])('%s', (svg) => {
  expect(dangersOf(svg, 'a.svg')).toEqual([]);
});

import { readXml } from './xml.ts';

interface Style {
  name: string;
  basedOn: string;
  level: number | null;
}

/** Which styles of a document are headings, and of what level from 1; by the id of the style. */
export function headingStyles(xml: string): Map<string, number> {
  const styles = stylesIn(xml);
  const levels = new Map<string, number>();
  for (const id of styles.keys()) {
    const level = levelOf(id, styles);
    if (level !== null) levels.set(id, level);
  }
  return levels;
}

function stylesIn(xml: string): Map<string, Style> {
  const styles = new Map<string, Style>();
  let style: Style | null = null;
  readXml(xml, {
    open: (name, attribute) => {
      if (name === 'w:style' && attribute('w:type') === 'paragraph') {
        style = { name: '', basedOn: '', level: null };
        styles.set(attribute('w:styleId'), style);
      }
      if (!style) return;
      if (name === 'w:name') style.name = attribute('w:val');
      if (name === 'w:basedOn') style.basedOn = attribute('w:val');
      if (name === 'w:outlineLvl') style.level = Number(attribute('w:val'));
    },
    close: (name) => {
      if (name === 'w:style') style = null;
    },
    text: () => {},
  });
  return styles;
}

/** The level that a style says, or the one that it is based on; 9 is Word's word for body text. */
function levelOf(id: string, styles: ReadonlyMap<string, Style>): number | null {
  const seen = new Set<string>();
  for (let at = id; !seen.has(at); ) {
    seen.add(at);
    const style = styles.get(at);
    if (!style) return null;
    if (/^toc /i.test(style.name)) return null;
    const named = /^heading ([1-9])$/i.exec(style.name)?.[1];
    if (named !== undefined) return Number(named);
    if (style.level !== null) return style.level < 9 ? style.level + 1 : null;
    at = style.basedOn;
  }
  return null;
}

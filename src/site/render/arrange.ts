/** A drawing without the empty space below it; in a sequence, the lifelines stand behind everything else. */
export const arranged = (svg: string): string => cropped(behind(svg));

/** How far boxes are lifted, so that the first message has room below them; their margin has it to give. */
const LIFT = 12;

const LIFELINE = /<line class="lifeline"[^>]*>\s*/g;

function behind(svg: string): string {
  const lifelines = svg.match(LIFELINE);
  if (lifelines === null) return svg;
  const lines = lifelines
    .join('')
    .replaceAll(/ y1="([\d.]+)"/g, (_, y) => ` y1="${Number(y) - LIFT}"`);
  return svg
    .replaceAll(LIFELINE, '')
    .replace('</defs>', () => `</defs>${lines}`)
    .replaceAll('<g class="actor"', `<g class="actor" transform="translate(0 -${LIFT})"`);
}

/** The space that is left below the lowest shape. */
const MARGIN = 12;

/** The drawing as high as its shapes; curves and what is moved down are not measured, so they are left alone. */
function cropped(svg: string): string {
  const shapes = svg.replaceAll(/<(style|defs)>.*?<\/\1>/gs, '');
  const [, width, height] = / viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  if (height === undefined || /<path|="(?:translate\([^)]* [\d.]|rotate|scale|matrix)/.test(shapes))
    return svg;
  const needed = Math.max(0, ...bottoms(shapes)) + MARGIN;
  if (needed === MARGIN || needed >= Number(height)) return svg;
  return svg
    .replace(`viewBox="0 0 ${width} ${height}"`, `viewBox="0 0 ${width} ${needed}"`)
    .replace(` height="${height}"`, ` height="${needed}"`);
}

/** The lowest point of each shape and line of text. */
function* bottoms(shapes: string): Generator<number> {
  for (const [, attributes = ''] of shapes.matchAll(
    /<(?:rect|line|text|ellipse|circle)\b([^>]*)>/g,
  )) {
    const of = (name: string) =>
      Number(new RegExp(` ${name}="([\\d.-]+)"`).exec(attributes)?.[1] ?? 0);
    yield Math.max(of('y') + of('height'), of('y1'), of('y2'), of('cy') + of('ry') + of('r'));
  }
  for (const [, points = ''] of shapes.matchAll(/ points="([^"]*)"/g))
    yield* points.split(/\s+/).map((point) => Number(point.split(',')[1] ?? 0));
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Elements of SVG that only draw. */
export const drawing = words(`
  svg g defs symbol use switch title desc path rect circle ellipse line polyline polygon text tspan textPath
  image linearGradient radialGradient stop pattern clipPath mask marker style filter feBlend feColorMatrix
  feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge
  feMergeNode feMorphology feOffset feTile feTurbulence`);

/** Attributes that say where, how large and in which colour; all others are left out. */
export const attributes = words(`
  alignment-baseline baseProfile baseline-shift class clip-path clip-rule clipPathUnits color
  color-interpolation-filters cx cy d direction display dominant-baseline dx dy enable-background fill
  fill-opacity fill-rule filter filterUnits flood-color flood-opacity font-family font-size font-style
  font-variant font-weight fx fy gradientTransform gradientUnits height id in in2 k1 k2 k3 k4 lengthAdjust
  letter-spacing marker-end marker-mid marker-start markerHeight markerUnits markerWidth mask
  maskContentUnits maskUnits method mode offset opacity operator order orient overflow paint-order
  patternContentUnits patternTransform patternUnits points preserveAspectRatio primitiveUnits r radius
  refX refY result role rotate rx ry shape-rendering spacing spreadMethod startOffset stdDeviation
  stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
  stroke-miterlimit stroke-opacity stroke-width style tableValues text-anchor text-decoration
  text-rendering textLength transform transform-origin type unicode-bidi values vector-effect version
  viewBox visibility width word-spacing writing-mode x x1 x2 y y1 y2`);

/** Functions of CSS that compute a colour, a place or a number. */
const computing = words(`
  rgb rgba hsl hsla calc min max clamp var matrix translate translatex translatey scale scalex scaley
  rotate skewx skewy cubic-bezier not is where first-child nth-child`);

/** What a style would load or hide, or null for one that only paints. */
export function dangerOfStyle(css: string): string | null {
  if (/[\\<]/.test(css)) return 'a style that is written in escapes';
  if (css.includes('@')) return 'a rule of a style that begins with @';
  for (const { 1: name = '', 2: rest = '' } of css.matchAll(/([\w-]+)\(\s*(["']?\s*#)?/g)) {
    const called = name.toLowerCase();
    if (called === 'url' ? rest === '' : !computing.has(called))
      return 'an address that leads out of it';
  }
  return null;
}

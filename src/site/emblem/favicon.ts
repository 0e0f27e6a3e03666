import { letter } from './lettering.ts';

/** The arrow of the header, for names whose letters the font lacks. */
const arrow = 'M10.5 25.5v-19M10.5 20c0-5 4-6 7-6.5h4.5m-4-4.5 4.5 4.5-4.5 4.5';

/** The icon of the browser tab: the initials on the accent colour, in light and dark. */
export function faviconSvg(initials: string): string {
  const lettering = initials === '' ? null : letter(initials, initials.length > 1 ? 18 : 24);
  const rise = initials.length > 1 ? 22.2 : 24.2;
  const mark = lettering
    ? `<path class="letters" transform="translate(${(32 - lettering.width) / 2} ${rise})" d="${lettering.d}"/>`
    : `<path class="line" d="${arrow}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<style>
.ground { fill: #0b5560 }
.letters { fill: #fff; stroke: #fff; stroke-width: 1 }
.line { fill: none; stroke: #fff; stroke-linecap: round; stroke-linejoin: round; stroke-width: 3.5 }
@media (prefers-color-scheme: dark) {
.ground { fill: #7fd0cf } .letters { fill: #0f1716; stroke: #0f1716 } .line { stroke: #0f1716 }
}
</style>
<rect class="ground" width="32" height="32" rx="7"/>
${mark}
</svg>
`;
}

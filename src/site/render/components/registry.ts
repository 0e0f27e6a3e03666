import type { HtmlNode } from '../hast.ts';
import { aside } from './aside.ts';
import { steps } from './steps.ts';

/** Turns a component of the catalogue into elements: attributes and children in, one node out. */
export type Renderer = (
  attributes: Readonly<Record<string, string>>,
  children: readonly HtmlNode[],
) => HtmlNode;

/** The renderer of each component of the catalogue, by its name. */
export const renderers: Readonly<Record<string, Renderer>> = { Aside: aside, Steps: steps };

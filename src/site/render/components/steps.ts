import { type HtmlNode, h } from '../hast.ts';
import type { Renderer } from './registry.ts';

/** A numbered list that is followed step by step. */
export const steps: Renderer = (_attributes, children) =>
  h('div', { className: ['steps'] }, children.filter(isMeaningful));

const isMeaningful = (node: HtmlNode): boolean => node.type !== 'text' || node.value.trim() !== '';

import { h, isBlank, ticked } from '../hast.ts';
import type { Renderer } from './registry.ts';

/** Labelled sections below each other; a script makes tabs of them. */
export const tabs: Renderer = (_attributes, children) =>
  h(
    'div',
    { className: ['tabset'] },
    children.filter((child) => !isBlank(child)),
  );

/** One section of a group of tabs. */
export const tab: Renderer = ({ label = '' }, children) =>
  h('div', { className: ['tab'] }, [
    h('p', { className: ['tab-label'] }, ticked(label)),
    h('div', { className: ['tab-body'] }, children),
  ]);

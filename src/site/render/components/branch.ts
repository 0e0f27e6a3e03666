import { h, ticked } from '../hast.ts';
import type { Renderer } from './registry.ts';

/** What the reader sees beside what to do, so that several are scanned like a table. */
export const branch: Renderer = ({ when = '' }, children) =>
  h('div', { className: ['branch'], role: 'group', ariaLabel: when.replaceAll('`', '') }, [
    h('p', { className: ['branch-when'] }, ticked(when)),
    h('div', { className: ['branch-then'] }, children),
  ]);

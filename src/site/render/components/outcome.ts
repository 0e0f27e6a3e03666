import { h } from '../hast.ts';
import type { Renderer } from './registry.ts';

const outcome =
  (name: string, kind: string): Renderer =>
  (_attributes, children) =>
    h('div', { className: ['outcome', kind], role: 'group', ariaLabel: name }, [
      h('p', { className: ['outcome-title'] }, [name]),
      h('div', { className: ['outcome-body'] }, children),
    ]);

/** How to see that a step worked. */
export const verify = outcome('Verify', 'verify');

/** How to take a step back. */
export const rollback = outcome('Rollback', 'rollback');

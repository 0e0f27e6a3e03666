import { h } from '../hast.ts';
import type { Renderer } from './registry.ts';

/** Words with a shape and a tone, as they stand for a status elsewhere. */
export const badge: Renderer = ({ tone = 'quiet' }, children) =>
  h('span', { className: ['status', `tone-${tone}`] }, children);

import { h, isBlank } from '../hast.ts';
import type { Renderer } from './registry.ts';

/** A numbered list that is followed step by step. */
export const steps: Renderer = (_attributes, children) =>
  h(
    'div',
    { className: ['steps'] },
    children.filter((child) => !isBlank(child)),
  );

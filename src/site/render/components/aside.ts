import { asideTitles } from '../../../domain/components/aside.ts';
import { h, ticked } from '../hast.ts';
import type { Renderer } from './registry.ts';

/** A note beside the text; its kind stands in words, not in colour alone. */
export const aside: Renderer = ({ type = 'note', title }, children) => {
  const heading = title ?? asideTitles[type] ?? 'Note';
  return h('aside', { className: ['aside', `aside-${type}`], ariaLabel: heading }, [
    h('p', { className: ['aside-title'] }, ticked(heading)),
    h('div', { className: ['aside-body'] }, children),
  ]);
};

import { h } from '../hast.ts';
import type { Renderer } from './registry.ts';

const titles: Readonly<Record<string, string>> = {
  note: 'Note',
  tip: 'Tip',
  caution: 'Caution',
  danger: 'Danger',
};

/** A note beside the text; its kind stands in words, not in colour alone. */
export const aside: Renderer = ({ type = 'note', title }, children) => {
  const heading = title ?? titles[type] ?? 'Note';
  return h('aside', { className: ['aside', `aside-${type}`], ariaLabel: heading }, [
    h('p', { className: ['aside-title'] }, [heading]),
    h('div', { className: ['aside-body'] }, children),
  ]);
};

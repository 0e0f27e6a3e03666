import { factsOf } from '../../../domain/components/metric.ts';
import { h, isBlank, ticked } from '../hast.ts';
import type { Renderer } from './registry.ts';

/** A number with its unit, and below it what it is compared with. */
export const metric: Renderer = (attributes, children) => {
  const { label = '', value = '', unit } = attributes;
  const facts = factsOf(attributes);
  return h('div', { className: ['metric'], role: 'group', ariaLabel: label }, [
    h('p', { className: ['metric-label'] }, ticked(label)),
    h('p', { className: ['metric-value'] }, [h('strong', {}, [value]), unit ? ` ${unit}` : '']),
    ...(facts.length > 0
      ? [
          h(
            'dl',
            {},
            facts.map((fact) =>
              h('div', {}, [h('dt', {}, [fact.name]), h('dd', {}, ticked(fact.value))]),
            ),
          ),
        ]
      : []),
    ...(children.every(isBlank) ? [] : [h('div', { className: ['metric-note'] }, children)]),
  ]);
};

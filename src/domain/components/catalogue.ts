import { aside } from './aside.ts';
import { badge } from './badge.ts';
import { branch } from './branch.ts';
import { command } from './command.ts';
import type { ComponentDefinition } from './define.ts';
import { diagram } from './diagram.ts';
import { fileTree } from './file-tree.ts';
import { metric } from './metric.ts';
import { rollback } from './rollback.ts';
import { steps } from './steps.ts';
import { tab, tabs } from './tabs.ts';
import { timeline } from './timeline.ts';
import { verify } from './verify.ts';

/** The components that documents may use; anything else is refused before it reaches a page. */
export const components: readonly ComponentDefinition[] = [
  aside,
  steps,
  command,
  verify,
  rollback,
  branch,
  tabs,
  tab,
  diagram,
  timeline,
  fileTree,
  metric,
  badge,
];

const byName = new Map(components.map((component) => [component.name, component]));

/** The component of a name. */
export const componentNamed = (name: string): ComponentDefinition | undefined => byName.get(name);

/** HTML elements that Markdown has no words for and that documents may use, without attributes but `title`. */
export const htmlElements: ReadonlySet<string> = new Set([
  'abbr',
  'br',
  'details',
  'kbd',
  'mark',
  'sub',
  'summary',
  'sup',
]);

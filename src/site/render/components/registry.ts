import type { HtmlNode } from '../hast.ts';
import { aside } from './aside.ts';
import { badge } from './badge.ts';
import { branch } from './branch.ts';
import { command } from './command.ts';
import { diagram } from './diagram.ts';
import { fileTree } from './file-tree.ts';
import { metric } from './metric.ts';
import { rollback, verify } from './outcome.ts';
import { steps } from './steps.ts';
import { tab, tabs } from './tabs.ts';
import { timeline } from './timeline.ts';

/**
 * Turns a component of the catalogue into elements: attributes and children in, one node out. An id that
 * it needs comes from `unique`.
 */
export type Renderer = (
  attributes: Readonly<Record<string, string>>,
  children: readonly HtmlNode[],
  unique: () => string,
) => HtmlNode;

/** The renderer of each component of the catalogue, by its name. */
export const renderers: Readonly<Record<string, Renderer>> = {
  Aside: aside,
  Badge: badge,
  Branch: branch,
  Command: command,
  Diagram: diagram,
  FileTree: fileTree,
  Metric: metric,
  Rollback: rollback,
  Steps: steps,
  Tab: tab,
  Tabs: tabs,
  Timeline: timeline,
  Verify: verify,
};
